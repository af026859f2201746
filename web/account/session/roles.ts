import type { Role } from '../../../worker/foundation/call/call.ts'
import { m } from '../../paraglide/messages.js'

const names: Record<Role, () => string> = {
  student: m.account_role_student,
  mentor: m.account_role_mentor,
  recruiter: m.account_role_recruiter,
  admin: m.account_role_admin,
}

const people: Record<Role, () => string> = {
  student: m.account_people_student,
  mentor: m.account_people_mentor,
  recruiter: m.account_people_recruiter,
  admin: m.account_people_admin,
}

/** The plural of a role, as in “for mentors”. */
export const peopleIn = (role: Role): string => people[role]()

/** Reads roles from a comma-separated list, as the router passes them. */
export function readRoles(list: string): Role[] {
  const isRole = (word: string): word is Role => Object.hasOwn(names, word)
  return list.split(',').filter(isRole)
}

export function roleName(role: Role): string {
  return names[role]()
}
