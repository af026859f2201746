import { type Note, type Reactions } from '../../worker/foundation/outbox/note.ts'
import { noteKinds } from '../../worker/foundation/outbox/note-kinds.ts'

interface Answered {
  consumer: string
  note: Note
}

/** Consumers for every kind of note that only record the note, or fail if `failing` says so. */
export function recorder(failing: (note: Note, consumer: string) => boolean = () => false) {
  const answered: Answered[] = []
  const answer = (consumer: string) => (_call: unknown, note: Note) => {
    if (failing(note, consumer)) return Promise.reject(new Error('away'))
    answered.push({ consumer, note })
    return Promise.resolve()
  }
  const reactions = Object.fromEntries(
    Object.entries(noteKinds).map(([kind, { consumers }]) => [
      kind,
      Object.fromEntries(consumers.map((consumer) => [consumer, answer(consumer)])),
    ]),
  ) as unknown as Reactions
  const of = (subject: string) => answered.filter(({ note }) => note.subjectId === subject)
  return { reactions, answered, of }
}
