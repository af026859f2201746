import type { Acting, Role } from '../foundation/call/call.ts'

/** Whom a page is for: a role, the admins of programmes only, or the operator's admins only. */
export type PageReader = Role | 'programme-admin' | 'operator-admin'

type Member = Pick<Acting, 'role' | 'kind' | 'operator'>

/** The signed-in person whose menu a page shows, and the membership they act in. */
export interface MenuOwner {
  name: string
  acting: Member | null
}

const forStrangers = ['/challenges', '/how-it-works', '/for-employers'] as const
const own = ['/badges', '/visibility', '/interviews'] as const
const ofOperator = ['/approvals', '/operations'] as const

/**
 * The pages in the menu, in order, for the app and for pages without script. `acting` is null for
 * somebody who is signed in without a role, and undefined if nobody is signed in.
 */
export function menuOf(acting: Member | null | undefined) {
  if (acting === undefined) return forStrangers
  if (acting === null) return ['/home', ...own] as const
  switch (acting.role) {
    case 'student':
      return ['/home', '/challenges', '/reviews', ...own] as const
    case 'mentor':
      return ['/home', '/reviews', '/coaching'] as const
    case 'recruiter':
      return ['/home', '/openings', '/interviews'] as const
    case 'admin':
      return [
        '/home',
        acting.kind === 'programme' ? '/cohorts' : '/openings',
        '/people',
        ...(acting.operator ? ofOperator : []),
        '/audit-trail',
      ] as const
  }
}

export type MenuPath = ReturnType<typeof menuOf>[number]

/** Whether a member may see a page for this reader. */
export function isReader({ role, kind, operator }: Member, reader: PageReader): boolean {
  if (reader === 'programme-admin') return role === 'admin' && kind === 'programme'
  if (reader === 'operator-admin') return role === 'admin' && operator
  return role === reader
}

/** Whether a page lies under an item of the menu: `/interviews/…` under Interviews. */
export function liesUnder(pathname: string, href: string): boolean {
  return pathname === href || pathname.startsWith(`${href}/`)
}
