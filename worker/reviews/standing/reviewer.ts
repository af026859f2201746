import { actingOf } from '../../accounts/session/acting.ts'
import type { Call } from '../../foundation/call/call.ts'

/** Somebody as they review: a student among peers, or a mentor of the programme. */
export interface Reviewer {
  id: string
  membershipId: string
  /** The programme whose people they may read: the queue's pool. */
  pool: string
  role: 'peer' | 'mentor'
  /** Whether that programme takes anybody. */
  poolIsOpen: boolean
}

/** Of a call that the door let through for students and mentors only. */
export function reviewerOf(call: Call): Reviewer {
  const { membershipId, organizationId, role, open } = actingOf(call)
  return {
    id: call.actorId,
    membershipId,
    pool: organizationId,
    role: role === 'mentor' ? 'mentor' : 'peer',
    poolIsOpen: open,
  }
}
