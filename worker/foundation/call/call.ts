import type { Bindings } from '../../env.ts'
import type { Db, Statement } from './db.ts'
import type { Problem } from './problem.ts'
import type { Keyring } from '../crypto/keyring.ts'
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
  /** True in the open programme, which any adult can join. */
  open: boolean
  /** Set if the programme shares reviewers with another; `open` if either is the open programme. */
  sharedPool?: { id: string; open: boolean }
}

/** Makes a write idempotent: `commit` stores its answer under this key. */
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
  /**
   * How much this call adds, 1 by default. More if one call has several effects, such as mails.
   */
  by?: number
  /** The refusal past the cap, if it is not that one has to wait for the end of the window. */
  refusal?: () => Problem
}

/** Checks inside the commit that the caller's session and membership are still valid. */
export interface Standing {
  /** A guard: it fails the batch with one of the names in `refusals`. */
  statement: Statement
  refusals: Record<string, () => Problem>
}

/**
 * What an act needs to know about a request or a piece of scheduled work: who asks, when, in which
 * role, and through which database.
 */
export interface Call {
  db: Db
  env: Bindings
  /** Gets keys for sealing and opening personal text from the vault, when they are needed. */
  keys: Keyring
  now: Date
  requestId: string
  /**
   * An account's id, `nobody` before authentication, or `system` for scheduled work and the outbox.
   */
  actorId: string
  acting?: Acting
  /**
   * The person who gets the answer. A mail may go to somebody else: use `findReader` for that
   * person.
   */
  reader: Reader
  /** When this person last proved their mail address with a mailed code. */
  provenAt?: Date
  write: WriteKey
  /** Set once a request is authenticated. Scheduled work and the outbox have none. */
  standing?: Standing
  caps: CounterCap[]
  /** The address of this instance, without a trailing slash. */
  origin: string
}
