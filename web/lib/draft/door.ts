import type { ApiError } from '../http/problem.ts'

export interface Saved<Value> {
  value: Value
  version: number
}

/** A draft as stored on the device. */
export interface Left<Value> extends Saved<Value> {
  /** Texts that lost a conflict and must still be stored on the server. */
  aside?: Value[]
}

/** `refused`: the server does not take this text, and a retry would not help. */
export type DraftStatus = 'saved' | 'saving' | 'on-device' | 'unsaved' | 'conflict' | 'refused'

export interface Trouble {
  refusal: ApiError
  /** When the save is retried automatically, by this device's clock. */
  retryAt?: Date
}

/** The server calls that save and load a draft. */
export interface DraftDoor<Value> {
  /** Throws the refusal `stale-version` if the draft was changed elsewhere. */
  save: (draft: Saved<Value>, keepalive: boolean) => Promise<{ version: number }>
  find: () => Promise<Saved<Value>>
  /** Stores a text that lost a conflict, so that it can be found again. Idempotent. */
  setAside?: (value: Value) => Promise<unknown>
  /** The value as the server stores it. */
  mended?: (value: Value) => Value
}
