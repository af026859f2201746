import type { Session } from '../../../web/lib/reader/session.ts'

type Membership = Session['memberships'][number]

export function aMembership(role: Membership['role'], more: Partial<Membership> = {}): Membership {
  return {
    membershipId: crypto.randomUUID(),
    role,
    organizationId: crypto.randomUUID(),
    organizationName: 'Riverside College',
    kind: role === 'recruiter' ? 'employer' : 'programme',
    operator: false,
    open: false,
    waiting: false,
    declined: false,
    ...more,
  }
}

/** A session that acts in the first of its memberships. */
export function aSession(memberships: Membership[] = [aMembership('student')]): Session {
  return {
    account: {
      id: crypto.randomUUID(),
      name: 'Leila Haddad',
      email: 'leila@post.example',
      language: 'en',
      zone: 'Europe/London',
      reading: {
        size: 'normal',
        spacing: 'normal',
        typeface: 'serif',
        contrast: 'normal',
        shortcuts: true,
      },
      birthYearKnown: true,
      complete: true,
      hasPublicMail: false,
      mailTrouble: null,
    },
    reader: { language: 'en', region: 'GB', zone: 'Europe/London', zoneKnown: true },
    acting: memberships[0] ?? null,
    memberships,
    lastLeft: null,
    now: '2026-11-25T18:00:00.000Z',
  }
}
