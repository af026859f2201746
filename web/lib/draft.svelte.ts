import { device } from './device.ts'
import { ApiError } from './problem.ts'
import { alike } from './alike.ts'

export type DraftStatus = 'saved' | 'saving' | 'on-device' | 'unsaved' | 'conflict'

export interface Saved<Value> {
  value: Value
  version: number
}

/** Where a draft is saved. `save` throws the refusal `stale-version` when it was changed elsewhere. */
export interface DraftDoor<Value> {
  save: (draft: Saved<Value>, keepalive: boolean) => Promise<{ version: number }>
  find: () => Promise<Saved<Value>>
}

const pauseMs = 800
const retryMs = 15_000
/** The server counts draft saves; steady typing must not use the day's allowance up. */
const gapMs = 5_000
/** `keepalive` lets a save outlive the page, but browsers refuse one over 64 KiB. */
const keepaliveLetters = 15_000

/** Words being written: on this device at every pause, on the server whenever it answers. */
export class Draft<Value> {
  value: Value
  status = $state<DraftStatus>('saved')
  /** When the server last took it, by this device's clock. */
  savedAt = $state.raw<Date>()
  /** The copy written elsewhere, when both sides changed. */
  other = $state.raw<Saved<Value>>()

  readonly #key: string
  readonly #door: DraftDoor<Value>
  #version: number
  #timer: ReturnType<typeof setTimeout> | undefined
  #unkeptSince: number | undefined
  #sending: Promise<void> | undefined
  #sentAt = 0

  constructor(key: string, saved: Saved<Value>, door: DraftDoor<Value>) {
    this.#key = `draft/${key}`
    this.#door = door
    this.#version = saved.version
    this.value = $state.raw(saved.value)
  }

  /** Picks up words left on this device that the server never received. */
  async resume(): Promise<void> {
    const left = await device.find<Saved<Value>>(this.#key)
    if (!left || alike(left.value, this.value)) return
    // Typed while the device was asked: neither text may push the other out.
    if (this.status !== 'saved') return this.#disagree({ ...left, version: this.#version })
    if (left.version >= this.#version) {
      // An older copy of the page may have come from this device: the words know the last save.
      this.#version = left.version
      return this.write(left.value)
    }
    const there = { value: this.value, version: this.#version }
    this.value = left.value
    this.#disagree(there)
  }

  /** Takes a newer copy from the server, unless words are still on their way there. */
  meet(saved: Saved<Value>): void {
    if (this.status !== 'saved' || saved.version <= this.#version) return
    this.#version = saved.version
    this.value = saved.value
  }

  write(value: Value): void {
    this.value = value
    if (!this.other) this.status = 'saving'
    this.#unkeptSince ??= Date.now()
    // Steady typing has no pause, so it is kept two pauses behind at most.
    this.#saveAfter(Math.min(pauseMs, this.#unkeptSince + 2 * pauseMs - Date.now()))
  }

  /** Ends a conflict with the words the writer chose. */
  async choose(value: Value): Promise<void> {
    if (this.other) this.#version = this.other.version
    this.other = undefined
    this.write(value)
    await this.save()
  }

  async save(): Promise<void> {
    clearTimeout(this.#timer)
    if (this.status === 'saved') return
    this.#sentAt = Date.now()
    this.#unkeptSince = undefined
    const draft = { value: this.value, version: this.#version }
    const kept = await device.keep(this.#key, draft)
    if (this.other) return
    this.#sending ??= this.#send(draft, kept).finally(() => (this.#sending = undefined))
    await this.#sending
  }

  /** The words are wanted no more, here or there. */
  drop(): void {
    clearTimeout(this.#timer)
    void device.forget(this.#key)
  }

  async #send(draft: Saved<Value>, kept: boolean): Promise<void> {
    try {
      const keepalive = JSON.stringify(draft).length < keepaliveLetters
      const { version } = await this.#door.save(draft, keepalive)
      await this.#landed(draft.value, version)
    } catch (error) {
      const stale = error instanceof ApiError && error.is('stale-version')
      const other = stale ? await this.#door.find().catch(() => undefined) : undefined
      // The same words there: an earlier save arrived and only its answer was lost.
      if (other && alike(other.value, draft.value)) {
        return await this.#landed(draft.value, other.version)
      }
      if (other) return this.#disagree(other)
      this.status = kept ? 'on-device' : 'unsaved'
      this.#saveAfter(retryMs)
    }
  }

  async #landed(value: Value, version: number): Promise<void> {
    this.#version = version
    this.savedAt = new Date(Date.now())
    if (!alike(this.value, value)) return this.#saveAfter(pauseMs)
    this.status = 'saved'
    await device.forget(this.#key)
  }

  #disagree(other: Saved<Value>): void {
    this.other = other
    this.status = 'conflict'
  }

  #saveAfter(ms: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#pause(), ms)
  }

  /** The device has the words at every pause; the server when its turn has come. */
  async #pause(): Promise<void> {
    const wait = navigator.onLine ? this.#sentAt + gapMs - Date.now() : 0
    if (wait <= 0) return this.save()
    this.#timer = setTimeout(() => void this.save(), wait)
    this.#unkeptSince = undefined
    await device.keep(this.#key, { value: this.value, version: this.#version })
  }
}
