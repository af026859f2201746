import { newCode } from '../../accounts/sign-in/code.ts'

/** What a poster or a slide can carry: eight letters that are not mistaken for one another. */
export function newJoinCode(): string {
  return newCode()
}
