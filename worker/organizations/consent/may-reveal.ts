import type { Call } from '../../foundation/call/call.ts'
import { Capability } from '../../foundation/call/capability.ts'

/** The right to show data of students, once, within one request, under these live consents. */
class MayReveal extends Capability {
  readonly #consentIds: ReadonlySet<string>

  constructor(call: Call, consentIds: readonly string[]) {
    super(call)
    this.#consentIds = new Set(consentIds)
  }

  /**
   * Spends the right. Throws an Error (a bug, 500) if the right does not cover all of these
   * consents.
   */
  spendOn(call: Call, consentIds: readonly string[]): void {
    this.spend(call)
    if (consentIds.some((id) => !this.#consentIds.has(id))) {
      throw new Error('MayReveal was given under other consents.')
    }
  }
}

// Only the type is exported, so that no other file can construct one.
export type { MayReveal }

/**
 * The only way to get the right. The caller must have read the rows in SQL under live consents, or
 * write the consent in the same commit. Statements that use the right check the consents again.
 */
export function mayReveal(call: Call, consentIds: readonly string[]): MayReveal {
  return new MayReveal(call, consentIds)
}
