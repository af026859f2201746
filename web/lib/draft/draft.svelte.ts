import { alike } from './alike.ts'
import { device, draftName } from './device.ts'
import type { DraftDoor, DraftStatus, Left, Saved, Trouble } from './door.ts'
import { DraftSender } from './sender.ts'
import type { ApiError } from '../http/problem.ts'
import { SavePace } from './save-pace.ts'

/** A text being written: saved on this device at every pause, and on the server if possible. */
export class Draft<Value> {
  value: Value
  status = $state<DraftStatus>('saved')
  /** When the server last saved it, by this device's clock. */
  savedAt = $state.raw<Date>()
  /** The text written elsewhere, if it was changed there and here. */
  other = $state.raw<Saved<Value>>()
  /** Why the last save failed. */
  trouble = $state.raw<Trouble>()
  /** Whether this device has stored the text that the server does not have. */
  isOnDevice = $state(false)
  /** Whether a text on this page lost a conflict and was set aside. */
  hasSetAside = $state(false)
  /** The version of the last save that this text is based on. */
  version = $state.raw(0)

  readonly #key: string
  readonly #sender: DraftSender<Value>
  readonly #pace = new SavePace(() => void this.#pause())
  #sending: Promise<void> | undefined

  constructor(key: string, saved: Saved<Value>, door: DraftDoor<Value>) {
    this.#key = draftName(key)
    this.#sender = new DraftSender(door)
    this.version = saved.version
    this.value = $state.raw(saved.value)
  }

  /** Loads text left on this device that the server never received. */
  async resume(): Promise<void> {
    const left = await device.find<Left<Value>>(this.#key)
    if (!left) return
    this.#sender.aside.push(...(left.aside ?? []))
    if (this.#sender.same(left.value, this.value)) return
    // Somebody typed while storage was read: neither text may replace the other.
    if (this.status !== 'saved') return this.#disagree({ ...left, version: this.version })
    if (left.version >= this.version) {
      // The page may come from a cache with an older version than the stored text.
      this.version = left.version
      return this.write(left.value)
    }
    this.#disagree({ value: this.value, version: this.version })
    this.value = left.value
  }

  /** Takes a newer copy from the server, unless the text here is not saved. */
  meet(saved: Saved<Value>): void {
    if (this.status !== 'saved' || saved.version <= this.version) return
    this.version = saved.version
    this.value = saved.value
  }

  write(value: Value): void {
    this.value = value
    if (this.status === 'refused') this.trouble = undefined
    if (!this.other) this.status = 'saving'
    this.#pace.typed()
  }

  /** Ends a conflict: continues with `value`, and queues the texts that lost for the server. */
  async choose(value: Value): Promise<void> {
    this.#sender.setAside(this.other ? [this.value, this.other.value] : [this.value], value)
    this.hasSetAside = true
    this.version = this.other?.version ?? this.version
    this.other = undefined
    this.write(value)
    await this.save()
  }

  async save(): Promise<void> {
    if (this.status === 'saved' || this.status === 'refused') return
    this.#pace.sent()
    const draft = { value: this.value, version: this.version }
    // In parallel: storage that never answers must not keep the text from the server.
    const keeping = this.#keep()
    if (this.other) return keeping
    this.#sending ??= this.#send(draft, keeping).finally(() => (this.#sending = undefined))
    await this.#sending
  }

  /** Stops saving a text that is no longer needed. The caller deletes the copy on the device. */
  drop(): void {
    this.#pace.stop()
  }

  async #send(draft: Saved<Value>, keeping: Promise<void>): Promise<void> {
    const outcome = await this.#sender.save(draft)
    if ('refusal' in outcome) return this.#failed(outcome.refusal, draft.value, keeping)
    if ('other' in outcome) return this.#disagree(outcome.other)
    this.#landed(draft.value, outcome.version)
  }

  #landed(value: Value, version: number): void {
    this.version = version
    this.savedAt = new Date(Date.now())
    this.trouble = undefined
    if (!alike(this.value, value)) return this.#pace.next()
    this.status = 'saved'
    void device.forget(this.#key)
  }

  async #failed(refusal: ApiError, value: Value, keeping: Promise<void>): Promise<void> {
    await keeping
    // Text typed meanwhile is different and gets its own try.
    const isNewer = !alike(this.value, value)
    if (isNewer && !refusal.mayPass) return this.#pace.next()
    this.trouble = { refusal }
    if (!refusal.mayPass) return void (this.status = 'refused')
    this.trouble = { refusal, retryAt: this.#pace.hold(refusal.retryAfterSeconds) }
    if (isNewer) this.#pace.next()
    else this.#say()
  }

  #say(): void {
    this.status = this.isOnDevice ? 'on-device' : 'unsaved'
  }

  #disagree(other: Saved<Value>): void {
    this.other = other
    this.status = 'conflict'
    this.trouble = undefined
  }

  async #keep(): Promise<void> {
    const left: Left<Value> = {
      value: this.value,
      version: this.version,
      aside: this.#sender.aside,
    }
    this.isOnDevice = await device.keep(this.#key, left)
  }

  /** Stores the text on the device at every pause, and sends it when sending is due. */
  async #pause(): Promise<void> {
    const mustWait = this.#pace.untilSendMs > 0 && (navigator.onLine || this.trouble)
    if (!mustWait) return this.save()
    this.#pace.saved()
    await this.#keep()
    if (this.trouble && this.status === 'saving') this.#say()
  }
}
