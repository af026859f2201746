import type { Call } from './call.ts'

const unspent = new WeakMap<object, string>()

/** A right for one deed within one request. Only its own room makes one, and it is used up by use. */
export class Capability {
  // Private, so that no literal of the right shape passes for one.
  readonly #requestId: string

  constructor(call: Call) {
    this.#requestId = call.requestId
    unspent.set(this, call.requestId)
  }

  /** Uses it up. Throws (a bug, 500) when it is forged, spent, or another request's. */
  spend(call: Call): void {
    if (unspent.get(this) !== call.requestId || this.#requestId !== call.requestId) {
      throw new Error(`${this.constructor.name} was not given to this request.`)
    }
    unspent.delete(this)
  }
}
