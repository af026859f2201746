/** Fails the step unless the claim holds. */
export function check(claim: boolean, otherwise: string): asserts claim {
  if (!claim) throw new Error(otherwise)
}
