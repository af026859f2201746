import { alike } from './alike.ts'
import type { DraftDoor, Saved } from './door.ts'
import { type ApiError, refusalFor } from '../http/problem.ts'

export type Outcome<Value> = { version: number } | { other: Saved<Value> } | { refusal: ApiError }

/**
 * `keepalive` lets a save outlive the page, but browsers refuse more than 64 KiB. A character takes
 * up to 4 bytes, so 15,000 of them fit.
 */
const keepaliveLetters = 15_000

/** Sends texts to the server: first those that were set aside, then the draft. */
export class DraftSender<Value> {
  /**
   * Texts that lost a conflict and must still be stored on the server. A text leaves the list when
   * it has arrived or is refused for good.
   */
  readonly aside: Value[] = []
  readonly #door: DraftDoor<Value>

  constructor(door: DraftDoor<Value>) {
    this.#door = door
  }

  /** The new version, the other text if both changed, or why it was not saved. */
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
      // The server has the same text: an earlier save arrived and only its answer was lost.
      return this.same(there.value, value) ? { version: there.version } : { other: there }
    }
  }

  /** Queues texts that lost a conflict, except those equal to the chosen one. */
  setAside(texts: Value[], chosen: Value): void {
    this.aside.push(...texts.filter((text) => !this.same(text, chosen)))
  }

  /** Whether the server would store both texts as the same. */
  same(one: Value, other: Value): boolean {
    return alike(this.#mended(one), this.#mended(other))
  }

  async #sendAside(): Promise<void> {
    for (const value of this.aside.slice()) {
      try {
        await this.#door.setAside?.(this.#mended(value))
      } catch (error) {
        // A text that the server refuses for good is dropped, so that it does not block the draft.
        if (refusalFor(error).mayPass) throw error
      }
      this.aside.shift()
    }
  }

  #mended(value: Value): Value {
    return this.#door.mended?.(value) ?? value
  }
}
