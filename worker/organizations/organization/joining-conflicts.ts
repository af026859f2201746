import { alreadyMember, studentBesideStaff, tooManyMemberships } from '../problems.ts'

/** The refusals for memberships that the database rejects. */
export const joiningConflicts = {
  'memberships.account_id, memberships.organization_id, memberships.role': alreadyMember,
  student_beside_staff: studentBesideStaff,
  too_many_memberships: tooManyMemberships,
}
