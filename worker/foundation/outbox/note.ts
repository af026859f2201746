import type { Call } from '../call/call.ts'
import type { Statement } from '../call/db.ts'
import { newId } from '../call/id.ts'
import { type ConsumerOf, type NoteKind, type PayloadOf, noteKinds } from './note-kinds.ts'
import { outbox } from '../tables.ts'

/** A note as one of its consumers receives it. `id` is the id of that consumer's row. */
export type Note<K extends NoteKind = NoteKind> = {
  [Each in K]: { id: string; kind: Each; subjectId: string; payload: PayloadOf<Each> }
}[K]

/** Handles a note. It may run twice: the key of its commit (`systemCall`) makes it idempotent. */
export type Reaction<K extends NoteKind> = (call: Call, note: Note<K>) => Promise<void>

/** The consumers of every kind. A missing or an extra kind or consumer does not compile. */
export type Reactions = { [K in NoteKind]: { [C in ConsumerOf<K>]: Reaction<K> } }

type Extra<K extends NoteKind> = { dueAt?: Date } & (object extends PayloadOf<K>
  ? { payload?: PayloadOf<K> }
  : { payload: PayloadOf<K> }) &
  ((typeof noteKinds)[K]['until'] extends 'given' ? { until: Date } : unknown)

/** Makes the last argument of `note` optional if none of its fields is required. */
type Extras<K extends NoteKind> = object extends Extra<K> ? [extra?: Extra<K>] : [extra: Extra<K>]

interface Given {
  dueAt?: Date
  payload?: Record<string, unknown>
  until?: Date
}

/**
 * Writes a note to the outbox in the same commit as the change: one row for each consumer of its
 * kind.
 */
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
