import type { Call } from '../call/call.ts'
import type { Statement } from '../call/db.ts'
import { newId } from '../call/id.ts'
import { type ConsumerOf, type NoteKind, type PayloadOf, noteKinds } from './note-kinds.ts'
import { outbox } from '../tables.ts'

/** A note as one of its consumers meets it; `id` is the row of this consumer alone. */
export type Note<K extends NoteKind = NoteKind> = {
  [Each in K]: { id: string; kind: Each; subjectId: string; payload: PayloadOf<Each> }
}[K]

/** Answers a note. It may run twice: its commit's key (`systemCall`) makes the second one harmless. */
export type Reaction<K extends NoteKind> = (call: Call, note: Note<K>) => Promise<void>

/** Who answers what: a kind or a consumer that is missing, or one too many, does not compile. */
export type Reactions = { [K in NoteKind]: { [C in ConsumerOf<K>]: Reaction<K> } }

type Extra<K extends NoteKind> = { dueAt?: Date } & (object extends PayloadOf<K>
  ? { payload?: PayloadOf<K> }
  : { payload: PayloadOf<K> }) &
  ((typeof noteKinds)[K]['until'] extends 'given' ? { until: Date } : unknown)

/** The extra may be left out where nothing in it is needed. */
type Extras<K extends NoteKind> = object extends Extra<K> ? [extra?: Extra<K>] : [extra: Extra<K>]

interface Given {
  dueAt?: Date
  payload?: Record<string, unknown>
  until?: Date
}

/** Leaves word of a change in the same commit, a row for each consumer of its kind. */
export function note<K extends NoteKind>(
  call: Call,
  kind: K,
  subjectId: string,
  ...extras: Extras<K>
): Statement {
  const [{ dueAt = call.now, payload = {}, until }]: [Given] = [extras[0] ?? {}]
  const { lane, consumers, until: term } = noteKinds[kind]
  const seconds = typeof term === 'number' ? term : undefined
  return call.db.insert(outbox).values(
    consumers.map((consumer) => ({
      id: newId(),
      kind,
      consumer,
      lane,
      subjectId,
      payload: JSON.stringify(payload),
      dueAt,
      firstDueAt: dueAt,
      untilAt: until ?? (seconds === undefined ? null : new Date(dueAt.getTime() + seconds * 1000)),
    })),
  )
}
