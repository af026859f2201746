import type { Owner } from '../../foundation/crypto/owner.ts'

/**
 * The vault's interface for the main Worker: one key for each owner of personal text. It has plain
 * values only, because they cross to another Worker.
 */
export interface VaultBinding {
  create(owners: readonly Owner[]): Promise<CreateOutcome>
  open(owners: readonly Owner[]): Promise<OpenOutcome>
  destroy(owner: Owner): Promise<DestroyOutcome>
  unsettled(): Promise<Owner[]>
  settle(owners: Settled): Promise<SettleOutcome>
  tidy(): Promise<TidyOutcome>
  state(): Promise<VaultState>
  database(): Promise<VaultDatabase>
}

export interface OpenedKey {
  owner: Owner
  /** 32 bytes. Import them with `importOwnerKey`, which also clears them. */
  key: Uint8Array<ArrayBuffer>
}

/** A refusal is an answer, not an exception: only a vault that cannot be reached throws. */
export interface VaultRefused {
  refused: VaultRefusal
}

export type VaultRefusal =
  /** More than 100 owners in one call: a mistake of the caller. */
  | 'too-many-at-once'
  /** More distinct owners in this minute than the vault opens. Raises the alarm. */
  | 'too-many'
  | 'not-an-owner'
  /** The secret WRAPPING_KEYS is missing or malformed. */
  | 'no-wrapping-key'
  /** A stored key does not open. No key of the call is returned. */
  | 'broken-key'

/** `ready`: has a key, now or since earlier. `gone`: destroyed, and never gets a key again. */
export type CreateOutcome = { ready: Owner[]; gone: Owner[] } | VaultRefused

/** `unknown`: no key was ever made. */
export type OpenOutcome = { keys: OpenedKey[]; gone: Owner[]; unknown: Owner[] } | VaultRefused

export type DestroyOutcome = { destroyed: Owner } | VaultRefused

/** Which of the owners that `unsettled` returned exist, and which do not. */
export interface Settled {
  exist: readonly Owner[]
  missing: readonly Owner[]
}

/** `deleted`: keys of owners that do not exist. */
export type SettleOutcome = { deleted: number } | VaultRefused

/** `rewrapped`: keys that were still wrapped under an older wrapping key. */
export type TidyOutcome = { rewrapped: number } | VaultRefused

/** Production answers only if this is `ready`. */
export type VaultState = 'ready' | 'no-wrapping-key' | 'dev-wrapping-key'

/** The vault's own database, for /health and the operator's page. */
export interface VaultDatabase {
  /** The newest migration that was applied. Null: none. */
  applied: string | null
  /** The newest one that the signer knows. */
  expected: string
  bytes: number
}
