import { missingForSearch } from '../../../worker/talent/visibility/visibility.ts'
import type { Consent, VisibilityPage } from '../../../web/student/visibility.ts'

export const badgeId = '5f1c2d3e-0000-4000-8000-000000000001'
export const otherId = '5f1c2d3e-0000-4000-8000-000000000002'
export const employerId = '5f1c2d3e-0000-4000-8000-0000000000e1'
export const consentId = '5f1c2d3e-0000-4000-8000-0000000000c1'
export const hash = 'a9'.repeat(32)

export const answerWritten = 'I ask her first.\nThen I wait until she has said it all.'

function aBadge(credentialId: string, skill: string) {
  return {
    credentialId,
    skill,
    level: 3,
    month: '2026-11',
    mentorReviewed: true,
    challengeTitle: 'Hand to hand',
    title: 'Hand to hand',
    namedInPublic: false,
    hasCriteria: true,
    listedInPublic: false,
    answers: [answerWritten],
  }
}

/** An adult with two badges and visibility off. */
export function aVisibilityPage(more: Partial<VisibilityPage> = {}): VisibilityPage {
  return {
    on: false,
    version: 0,
    fields: { credentials: [] },
    grantedAt: null,
    expiresAt: null,
    adult: true,
    adultFrom: '2020-01-01T00:00:00.000Z',
    badges: [aBadge(badgeId, 'collaboration'), aBadge(otherId, 'empathy')],
    consentText: { version: '2026-11-1', text: 'I want employers to find me.', hash },
    missingForSearch: missingForSearch({ credentials: [] }),
    ownDomain: null,
    ranOutAt: null,
    revokedAt: null,
    ...more,
  }
}

/** That page with visibility on. */
export const onPage = (fields: VisibilityPage['fields']) =>
  aVisibilityPage({
    on: true,
    version: 1,
    fields,
    missingForSearch: missingForSearch(fields),
    grantedAt: '2026-11-25T18:00:00.000Z',
    expiresAt: '2027-05-25T18:00:00.000Z',
  })

export const receipt: Consent = {
  id: consentId,
  purpose: 'employer-search',
  fields: [`credential:${badgeId}`],
  recipient: 'approved-employers',
  textVersion: '2026-11-1',
  textHash: hash,
  grantedAt: '2026-11-25T18:00:00.000Z',
  expiresAt: '2027-05-25T18:00:00.000Z',
  withdrawnAt: null,
  live: true,
}

export const card = {
  pseudonym: '7f3a91c2-0000-8000-8000-000000000000',
  badges: [{ skill: 'collaboration', level: 3 }],
}
