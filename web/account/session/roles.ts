import type { Role } from '../../../worker/foundation/call/call.ts'
import { m } from '../../paraglide/messages.js'

const names: Record<Role, () => string> = {
  student: m.account_role_student,
  mentor: m.account_role_mentor,
  recruiter: m.account_role_recruiter,
  admin: m.account_role_admin,
}

export function roleName(role: Role): string {
  return names[role]()
}
