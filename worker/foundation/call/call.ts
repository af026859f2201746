import type { Bindings } from '../../env.ts'
import type { Db, Statement } from './db.ts'
import type { Problem } from './problem.ts'
import type { Reader } from '../reader/reader.ts'

export type Role = 'student' | 'mentor' | 'recruiter' | 'admin'
export type OrganizationKind = 'programme' | 'employer'

/** The membership a session acts in. */
export interface Acting {
  membershipId: string
  organizationId: string
  role: Role
  kind: OrganizationKind
  operator: boolean
  /** In the open programme, which takes anybody. */
  open: boolean
}

/** What makes a write happen once: `commit` stores its answer under this key. */
export interface WriteKey {
  accountId: string
  key: string
  requestHash: string
}

/** A counter that the commit raises; past `cap` in its window the whole commit is refused. */
export interface CounterCap {
  key: string
  cap: number
  windowSeconds: number
  /** By how much this call raises it: 1 unless said. A limit counts effects, not calls. */
  by?: number
}

/** Asks in the commit itself whether whoever came through the door may still act. */
export interface Standing {
  /** A guard: fails the batch by one of the names of `refusals`. */
  statement: Statement
  refusals: Record<string, () => Problem>
}

/** One request as the domain sees it: who asks, at what moment, on which rows. */
export interface Call {
  db: Db
  env: Bindings
  now: Date
  requestId: string
  /** An account's id, or `system` for what the clock and the outbox do. */
  actorId: string
  acting?: Acting
  /** Whoever gets the answer. A mail has a reader of its own: `findReader`. */
  reader: Reader
  /** When this person last proved the address by a mailed code. */
  provenAt?: Date
  write: WriteKey
  /** Of whoever came through a door; the clock and the outbox have none. */
  standing?: Standing
  caps: CounterCap[]
  /** Where the instance lives, without a trailing slash. */
  origin: string
}
