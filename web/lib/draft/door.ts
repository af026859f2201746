import type { ApiError } from '../http/problem.ts'

export interface Saved<Value> {
  value: Value
  version: number
}

/** A draft as it is kept on the device. */
export interface Left<Value> extends Saved<Value> {
  /** Texts to be set aside that have not reached the server. */
  aside?: Value[]
}

/** `refused`: the server will not take this text, and trying again changes nothing. */
export type DraftStatus = 'saved' | 'saving' | 'on-device' | 'unsaved' | 'conflict' | 'refused'

export interface Trouble {
  refusal: ApiError
  /** When it is sent again by itself, by this device's clock. */
  retryAt?: Date
}

/** Where a draft is saved. */
export interface DraftDoor<Value> {
  /** Throws the refusal `stale-version` when it was changed elsewhere. */
  save: (draft: Saved<Value>, keepalive: boolean) => Promise<{ version: number }>
  find: () => Promise<Saved<Value>>
  /** Keeps a text that is not gone on with, so that it can be found again. The same one twice is one. */
  setAside?: (value: Value) => Promise<unknown>
  /** What the server makes of a value before it stores it. */
  mended?: (value: Value) => Value
}
