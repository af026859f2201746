import { type Birth, isAdult } from '../../accounts/account/age.ts'
import type { Role } from '../../foundation/call/call.ts'
import type { Problem } from '../../foundation/call/problem.ts'
import { adultsOnly } from '../problems.ts'

/**
 * Why somebody is too young for the open programme, in whatever way they join. Only students must
 * give a birth year; for the other roles it counts if it is known.
 */
export function whyTooYoung(role: Role, birth: Birth, now: Date): Problem | undefined {
  const isKnownOrAsked = role === 'student' || birth.birthYear !== null
  return isKnownOrAsked && !isAdult(birth, now) ? adultsOnly() : undefined
}
