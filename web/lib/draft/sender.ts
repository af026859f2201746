import { alike } from './alike.ts'
import type { DraftDoor, Saved } from './door.ts'
import { type ApiError, refusalFor } from '../http/problem.ts'

export type Outcome<Value> = { version: number } | { other: Saved<Value> } | { refusal: ApiError }

/** `keepalive` lets a save outlive the page, but browsers refuse one over 64 KiB. */
const keepaliveLetters = 15_000

/** Brings texts to the server: the draft, and before it those that were not gone on with. */
export class DraftSender<Value> {
  /** To be set aside; empty once all have arrived. */
  readonly aside: Value[] = []
  readonly #door: DraftDoor<Value>

  constructor(door: DraftDoor<Value>) {
    this.#door = door
  }

  /** Its new version, the other text where both sides changed, or why it was not saved. */
  async save({ value, version }: Saved<Value>): Promise<Outcome<Value>> {
    try {
      await this.#sendAside()
      const sent = { value: this.#mended(value), version }
      return await this.#door.save(sent, JSON.stringify(sent).length < keepaliveLetters)
    } catch (error) {
      const refusal = refusalFor(error)
      if (!refusal.is('stale-version')) return { refusal }
      const there = await this.#door.find().catch(refusalFor)
      if (!('version' in there)) return { refusal: there }
      // The same words there: an earlier save arrived and only its answer was lost.
      return this.same(there.value, value) ? { version: there.version } : { other: there }
    }
  }

  /** What is not gone on with; the chosen text itself is not among it. */
  setAside(texts: Value[], chosen: Value): void {
    this.aside.push(...texts.filter((text) => !this.same(text, chosen)))
  }

  /** Whether the server would store the same. */
  same(one: Value, other: Value): boolean {
    return alike(this.#mended(one), this.#mended(other))
  }

  async #sendAside(): Promise<void> {
    for (const value of this.aside.slice()) {
      try {
        await this.#door.setAside?.(this.#mended(value))
      } catch (error) {
        // One that is not taken must not hold up the words that are being written.
        if (refusalFor(error).mayPass) throw error
      }
      this.aside.shift()
    }
  }

  #mended(value: Value): Value {
    return this.#door.mended?.(value) ?? value
  }
}
