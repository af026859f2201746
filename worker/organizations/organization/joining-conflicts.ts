import { alreadyMember, studentBesideStaff, tooManyMemberships } from '../problems.ts'

/** What the database says about a membership that cannot be. */
export const joiningConflicts = {
  'memberships.account_id, memberships.organization_id, memberships.role': alreadyMember,
  student_beside_staff: studentBesideStaff,
  too_many_memberships: tooManyMemberships,
}
