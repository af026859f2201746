import { m } from '../../paraglide/messages.js'
import type { Membership } from './session.ts'

export interface NavigationLine {
  href: string
  words: string
}

/**
 * Where somebody who acts in this membership goes; each a page of `routes.ts` or of the Worker. Null:
 * signed in and acting in none; undefined: nobody is signed in.
 */
export function linesFor(acting: Membership | null | undefined): NavigationLine[] {
  const home = { href: '/home', words: m.shell_nav_home() }
  // Whoever is signed in and acts in nothing keeps what is their own.
  if (!acting) return acting === null ? [home, ...ownLines()] : []
  switch (acting.role) {
    case 'student':
      return [
        home,
        { href: '/challenges', words: m.shell_nav_challenges() },
        { href: '/reviews', words: m.shell_nav_reviews() },
        ...ownLines(),
      ]
    case 'mentor':
      return [
        home,
        { href: '/reviews', words: m.shell_nav_reviews() },
        { href: '/coaching', words: m.shell_nav_coaching() },
      ]
    case 'recruiter':
      return [
        home,
        { href: '/openings', words: m.shell_nav_openings() },
        { href: '/interviews', words: m.shell_nav_interviews() },
      ]
    case 'admin':
      return [home, ...adminLines(acting)]
  }
}

function ownLines(): NavigationLine[] {
  return [
    { href: '/badges', words: m.shell_nav_badges() },
    { href: '/visibility', words: m.shell_nav_visibility() },
    { href: '/interviews', words: m.shell_nav_interviews() },
  ]
}

function adminLines({ kind, operator }: Membership): NavigationLine[] {
  return [
    kind === 'programme'
      ? { href: '/cohorts', words: m.shell_nav_cohorts() }
      : { href: '/openings', words: m.shell_nav_openings() },
    { href: '/people', words: m.shell_nav_people() },
    ...(operator ? operatorLines() : []),
    { href: '/audit-trail', words: m.shell_nav_audit_trail() },
  ]
}

function operatorLines(): NavigationLine[] {
  return [
    { href: '/approvals', words: m.shell_nav_approvals() },
    { href: '/operations', words: m.shell_nav_operations() },
  ]
}

/** Whether a page lies under a line: `/interviews/…` under Interviews. */
export function liesUnder(pathname: string, href: string): boolean {
  return pathname === href || pathname.startsWith(`${href}/`)
}
