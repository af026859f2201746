import type { Call } from './call.ts'

const unspent = new WeakMap<object, string>()

/** The right to do one thing, once, within one request. Only the room that owns it creates one. */
export class Capability {
  // Private, so that TypeScript rejects an object literal of the same shape.
  readonly #requestId: string

  constructor(call: Call) {
    this.#requestId = call.requestId
    unspent.set(this, call.requestId)
  }

  /**
   * Throws an Error (a bug, answered with 500) if the capability is forged, already spent or from
   * another request.
   */
  spend(call: Call): void {
    if (unspent.get(this) !== call.requestId || this.#requestId !== call.requestId) {
      throw new Error(`${this.constructor.name} was not given to this request.`)
    }
    unspent.delete(this)
  }
}
