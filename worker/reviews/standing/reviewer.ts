import { actingOf } from '../../accounts/session/acting.ts'
import type { Call } from '../../foundation/call/call.ts'

/** The caller as a reviewer: a student who reviews other students, or a mentor of the programme. */
export interface Reviewer {
  id: string
  membershipId: string
  /** The programme of that membership. */
  organizationId: string
  /** Whose answers they may review: the queue's pool. */
  pool: string
  role: 'peer' | 'mentor'
  /** Whether anybody can join a programme of the pool. */
  poolIsOpen: boolean
}

/** For calls of routes that only students and mentors may use. */
export function reviewerOf(call: Call): Reviewer {
  const { membershipId, organizationId, role, open, sharedPool } = actingOf(call)
  return {
    id: call.actorId,
    membershipId,
    organizationId,
    role: role === 'mentor' ? 'mentor' : 'peer',
    pool: sharedPool?.id ?? organizationId,
    poolIsOpen: sharedPool?.open ?? open,
  }
}
