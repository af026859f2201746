import type { Call } from './call.ts'
import type { Statement } from './db.ts'
import { newId } from './id.ts'
import { outbox } from './tables.ts'

/** A note as its consumer meets it. */
export interface Note {
  id: string
  kind: string
  subjectId: string
  payload: unknown
}

/** Answers a note. It may run twice: its commit's key (`systemCall`) makes the second one harmless. */
export type Reaction = (call: Call, note: Note) => Promise<void>

interface Extra {
  /** Ids and enums only. */
  payload?: Record<string, string | number | boolean | null>
  dueAt?: Date
}

/** Leaves word of a change in the same commit; `reactions.ts` says who answers. */
export function note(call: Call, kind: string, subjectId: string, extra: Extra = {}): Statement {
  return call.db.insert(outbox).values({
    id: newId(),
    kind,
    subjectId,
    payload: JSON.stringify(extra.payload ?? {}),
    dueAt: extra.dueAt ?? call.now,
  })
}
