import type { Call } from '../../foundation/call/call.ts'
import { Capability } from '../../foundation/call/capability.ts'

/** The right to show something of students, once, within one request, under consents that live. */
class MayReveal extends Capability {
  readonly #consentIds: ReadonlySet<string>

  constructor(call: Call, consentIds: readonly string[]) {
    super(call)
    this.#consentIds = new Set(consentIds)
  }

  /** Uses it up for these consents. Throws (a bug, 500) when one of them is another. */
  spendOn(call: Call, consentIds: readonly string[]): void {
    this.spend(call)
    if (consentIds.some((id) => !this.#consentIds.has(id))) {
      throw new Error('MayReveal was given under other consents.')
    }
  }
}

// The class itself stays here: nobody else can make one.
export type { MayReveal }

/**
 * The one maker. Its caller holds rows that SQL gave out under live consent, or writes the consent
 * in the very commit; the statements that use the right ask SQL once more.
 */
export function mayReveal(call: Call, consentIds: readonly string[]): MayReveal {
  return new MayReveal(call, consentIds)
}
