import type { Call } from '../foundation/call.ts'

/** Somebody as they review: a student among peers, or a mentor of the programme. */
export interface Reviewer {
  id: string
  membershipId: string
  /** The programme whose people they may read: the queue's pool. */
  pool: string
  role: 'peer' | 'mentor'
}

/** Of a call that the door let through for students and mentors only. */
export function reviewerOf({ actorId, acting }: Call): Reviewer {
  if (acting?.role !== 'student' && acting?.role !== 'mentor') throw new Error('Not a reviewer.')
  const { membershipId, organizationId } = acting
  const role = acting.role === 'student' ? 'peer' : 'mentor'
  return { id: actorId, membershipId, pool: organizationId, role }
}
