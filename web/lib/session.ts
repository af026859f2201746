import type { OrganizationKind, Role } from '../../worker/foundation/call.ts'

export interface Membership {
  membershipId: string
  role: Role
  organizationId: string
  organizationName: string
  kind: OrganizationKind
  operator: boolean
}

/** Who is signed in on this page; undefined where nobody is. It stays the same until the next page load. */
export interface Session {
  account: { id: string; name: string; email: string; language: string; complete: boolean }
  acting: Membership | null
  memberships: Membership[]
  now: string
}
