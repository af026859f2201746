import type { Role } from '../../../worker/foundation/call/call.ts'
import type { PageReader } from '../../../worker/http/menu.ts'
import { m } from '../../paraglide/messages.js'

const names: Record<Role, () => string> = {
  student: m.account_role_student,
  mentor: m.account_role_mentor,
  recruiter: m.account_role_recruiter,
  admin: m.account_role_admin,
}

const people: Record<PageReader, () => string> = {
  student: m.account_people_student,
  mentor: m.account_people_mentor,
  recruiter: m.account_people_recruiter,
  admin: m.account_people_admin,
  'programme-admin': m.account_people_programme_admin,
  'operator-admin': m.account_people_operator_admin,
}

/** The plural of a kind of reader, as in “for mentors”. */
export const peopleIn = (reader: PageReader): string => people[reader]()

/** Reads whom a page is for from a comma-separated list, as the router passes it. */
export function readReaders(list: string): PageReader[] {
  const isKnown = (word: string): word is PageReader => Object.hasOwn(people, word)
  return list.split(',').filter(isKnown)
}

export function roleName(role: Role): string {
  return names[role]()
}
