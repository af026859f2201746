import { globSync, readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

const pages = 'a page of a list, with where the next one begins'
const more =
  'the oldest of what waits; the page says that there is more, and it comes up as these are done'
const tick = 'as many as the clock takes in a minute; the rest a minute later'
const counted =
  'a count up to a figure that is shown as “more than”, or a look at the first few in order'
const rule = 'what a rule asks; older rows no longer count'

/** Every LIMIT of more than one row, by file: how many, and why no list is cut off silently. */
const limits: Record<string, [count: number, why: string]> = {
  'worker/attempts/attempt/find-attempts.ts': [1, pages],
  'worker/attempts/plan/find-coached-plans.ts': [1, pages],
  'worker/credentials/award/find-own-credential.ts': [1, pages],
  'worker/insights/find-coached.ts': [1, pages],
  'worker/interviews/message/find-messages.ts': [1, pages],
  'worker/interviews/request/find-employer-requests.ts': [1, pages],
  'worker/interviews/request/find-student-requests.ts': [1, pages],
  'worker/organizations/cohort/find-coachings.ts': [1, pages],
  'worker/organizations/cohort/find-cohorts.ts': [1, pages],
  'worker/organizations/invitation/find-invitations.ts': [1, pages],
  'worker/organizations/people/find-members.ts': [1, pages],
  'worker/organizations/trail/find-audit-trail.ts': [1, pages],
  'worker/reviews/review/find-own-reviews.ts': [1, pages],
  'worker/scoring/item/find-agreed-items.ts': [1, 'one for each attempt of a student'],
  'worker/talent/block/find-blocks.ts': [
    2,
    `employers: ${pages}; a student’s blocks: 200 at most, which a trigger refuses by name`,
  ],
  'worker/talent/card/find-page-of-cards.ts': [1, pages],
  'worker/talent/opening/find-openings.ts': [2, `an employer’s own: ${pages}; waiting: ${more}`],
  'worker/talent/visibility/find-consents.ts': [1, pages],
  'worker/talent/visibility/find-disclosures.ts': [1, pages],

  'worker/insights/export/exported-part.ts': [1, 'an export reads every page, one after the other'],

  'worker/insights/find-late.ts': [2, 'it says that there is more; the mentors are counted too'],
  'worker/insights/find-worried.ts': [
    1,
    'the newest; those of the last weeks are what an admin acts on',
  ],
  'worker/organizations/employer/find-decided.ts': [
    1,
    'the latest decision, and the one before it',
  ],
  'worker/organizations/admission/find-admissions.ts': [
    2,
    `waiting: ${more}; one’s own: an answer keeps somebody from asking for 30 days and ends after 180`,
  ],
  'worker/organizations/employer/find-waiting-employers.ts': [2, more],
  'worker/organizations/organization/find-organization.ts': [
    1,
    'the change that waits and the one before it; earlier ones are decided',
  ],
  'worker/organizations/operation/find-dead-notes.ts': [
    1,
    'the newest; how many there are in all is shown',
  ],

  'worker/attempts/attempt/played-minutes.ts': [1, 'a median of the latest 29 is enough'],
  'worker/attempts/attempt/lapse-attempts.ts': [1, tick],
  'worker/credentials/award/find-due-credentials.ts': [1, tick],
  'worker/credentials/award/reissue-stolen.ts': [1, tick],
  'worker/credentials/award/renew-lost-awards.ts': [1, tick],
  'worker/credentials/issuer/renew-issuer-keys.ts': [1, tick],
  'worker/credentials/signature/find-prepared-credential.ts': [1, tick],
  'worker/credentials/status-list/find-status-list.ts': [1, tick],
  'worker/end-old-rows.ts': [1, tick],
  'worker/reindex-addresses.ts': [1, tick],
  'worker/insights/idle/find-idle.ts': [1, 'the others follow in the next hours'],
  'worker/foundation/outbox/lease-notes.ts': [2, tick],
  'worker/insights/erasure/erase-accounts.ts': [1, tick],
  'worker/interviews/request/end-unavailable.ts': [
    1,
    'the hourly look for lost requests ends the rest',
  ],
  'worker/interviews/request/renew-lost-requests.ts': [1, tick],
  'worker/reviews/calibration/offered-items.ts': [
    3,
    'an offer is one item, chosen among six; counting stops at six and at 20, which no page shows',
  ],
  'worker/reviews/claim/lapse-claims.ts': [1, tick],
  'worker/reviews/promise/keep-promises.ts': [1, tick],
  'worker/reviews/promise/mentor-time.ts': [3, `${tick}; and ${counted}`],
  'worker/reviews/promise/remind-reviewers.ts': [1, tick],
  'worker/reviews/promise/watch-promises.ts': [1, tick],
  'worker/scoring/delay/find-delayed.ts': [1, tick],
  'worker/scenarios/publish/publish-arrived-challenges.ts': [1, tick],
  'worker/scoring/reviewer/estimate-again.ts': [1, 'another note does the next ones'],
  'worker/scoring/reviewer/find-evidence.ts': [1, 'the model uses the last 30 anchored reviews'],
  'worker/scoring/reviewer/show-figures.ts': [1, 'the others follow in the next hours'],
  'worker/scoring/version/find-sums.ts': [1, 'with so many, older ones no longer move a prior'],
  'worker/scoring/version/measure-versions.ts': [1, 'the run goes on with the next ones'],

  'worker/reviews/promise/find-prospects.ts': [2, counted],
  'worker/reviews/queue/count-pool.ts': [1, counted],
  'worker/insights/operation/count-notes.ts': [2, counted],
  'worker/insights/operation/count-reviews.ts': [4, counted],
  'worker/insights/operation/count-signatures.ts': [1, counted],
  'worker/insights/operation/find-operation.ts': [1, counted],
  'worker/talent/search/find-matches.ts': [1, counted],
  'worker/talent/card/find-crowd.ts': [1, 'whether five people share something needs no sixth'],
  'worker/reviews/queue/find-offers.ts': [2, counted],
  'worker/reviews/queue/find-to-review.ts': [1, counted],
  'worker/reviews/review/find-work-elsewhere.ts': [
    2,
    `${counted}; programmes: of more than five, the newest`,
  ],
  'worker/reviews/review/find-review-work.ts': [
    2,
    `${counted}; challenges: a line each, and we publish fewer`,
  ],

  'worker/attempts/attempt/find-beginning.ts': [1, rule],
  'worker/attempts/draft/keep-superseded.ts': [
    1,
    'the newest twenty texts of a prompt are kept; the page says so',
  ],
  'worker/interviews/request/create-request.ts': [
    1,
    'of one employer and one student, of whom one request lives',
  ],

  'worker/accounts/session/find-session.ts': [
    1,
    'an account has ten sessions at most: the oldest ends',
  ],
  'worker/credentials/issuer/find-issuer.ts': [1, 'eight skills, a few wordings of a rubric each'],
  'worker/reviews/promise/find-waiting-work.ts': [
    1,
    'for a mail: a line a challenge, most answers first',
  ],
  'worker/scenarios/catalogue/find-catalogue.ts': [1, 'everybody’s challenges are ours: see below'],
  'worker/talent/visibility/find-showable-badges.ts': [1, 'one live badge a skill and programme'],
}

const withoutComments = (text: string) => text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')

/** `LIMIT 1` picks a row. `LIMIT -1` and a rate limiter's `limit(` cut off no list. */
function limitsIn(text: string): number {
  const found = withoutComments(text).matchAll(
    /\bLIMIT (\S+)|(?<!limiter|BY_\w+)\.limit\(\s*([^)]*)\)/g,
  )
  return [...found].filter(([, inSql, given]) => !/^-?1\b/.test(inSql ?? given ?? '')).length
}

describe('a list ends where it says', () => {
  it('every LIMIT is listed, with the reason why nothing is lost', () => {
    const found = globSync('worker/**/*.ts', { exclude: ['worker/signer/**', 'worker/dev/**'] })
      .map((file) => [file, limitsIn(readFileSync(file, 'utf8'))] as const)
      .filter(([, count]) => count > 0)
    const named = Object.entries(limits).map(([file, [count]]) => [file, count])
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(named))
  })

  it.each(Object.entries(limits).filter(([, [, why]]) => why.includes(pages)))(
    '%s reads one row more than it shows, and returns a cursor',
    (file) => {
      const text = readFileSync(file, 'utf8')
      expect(text).toMatch(/pageSize \+ 1/)
      expect(text).toMatch(/\bpageOf\(|\bnext\b|\bpage\b/)
    },
  )

  it('a page begins with one seek by all columns of its order', () => {
    // Without the plus, SQLite seeks by the first column only and reads on from there:
    // text/page.ts.
    const places = globSync('worker/**/*.ts').flatMap((file) => {
      const found = readFileSync(file, 'utf8').matchAll(/behind\([^;]*?SELECT ([^()]*?)\s+FROM/g)
      return [...found].map(([, columns = '']) => `${file}: ${columns}`)
    })
    expect(places.length).toBeGreaterThan(10)
    expect(places.filter((place) => !/: \+\w+(?:, \+\w+)+$/.test(place))).toEqual([])
  })

  it('the catalogue has room for twice our challenges', () => {
    expect(globSync('scenarios/*/*/challenge.yaml').length).toBeLessThan(50)
  })

  it('finds a LIMIT in SQL and in a query, and ignores limits that cut off no list', () => {
    const text = [
      'ORDER BY at LIMIT 50`)',
      '.limit(100)',
      '.limit(pageSize + 1)',
      'LIMIT ${atOnce}',
      'LIMIT 1)',
      '.limit(1)',
      '// LIMIT 7',
      'await limiter.limit({ key })',
      'LIMIT -1 OFFSET',
    ]
    expect(limitsIn(text.join('\n'))).toBe(4)
  })
})

/**
 * Every list that a request may carry, with its greatest length: a longer one gets 422 with its
 * path.
 */
const lists: Record<string, number[]> = {
  'worker/interviews/edition/answer-input.ts': [5],
  'worker/interviews/edition/edition-input.ts': [5, 10],
  'worker/organizations/cohort/make-cohort-input.ts': [100],
  'worker/organizations/invitation/invite-people-input.ts': [40],
  'worker/organizations/profile/save-organization-input.ts': [12],
  'worker/reviews/review/review-input.ts': [20, 4],
  'worker/talent/search/search-input.ts': [8],
  'worker/talent/visibility/visibility-input.ts': [20, 20],
}

it('every list in a request has a maximum, and a longer one is refused, not cut', () => {
  const found = globSync('worker/**/*-input.ts').flatMap((file) => {
    const text = readFileSync(file, 'utf8').replaceAll(/v\.string\(\),\s*v\.maxLength/g, '')
    const longest = [...text.matchAll(/v\.maxLength\((\d+)\)/g)].map(([, max]) => Number(max))
    return longest.length > 0 ? [[file, longest] as const] : []
  })
  expect(Object.fromEntries(found)).toEqual(lists)
})
