import { newCode } from '../../accounts/sign-in/code.ts'

/** A code for a poster or slide: eight characters that are not easily misread. */
export function newJoinCode(): string {
  return newCode()
}
