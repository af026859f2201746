import { beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'

import type { Consent, Disclosure, VisibilityPage } from '../../web/student/visibility.ts'
import Visibility from '../../web/student/visibility/Visibility.svelte'
import { addressOf } from './support/hiring.ts'
import { openPage } from './support/open-page.ts'
import { aMembership, aSession } from './support/people.ts'
import { answer, freshServer, offline, refused, sent, server } from './support/server.ts'
import {
  answerWritten,
  aVisibilityPage,
  badgeId,
  card,
  consentId,
  employerId,
  hash,
  onPage,
  otherId,
  receipt,
} from './support/visibility.ts'
import { violations } from './support/violations.ts'

interface Around {
  consents?: Consent[]
  disclosures?: Disclosure[]
  blocks?: unknown[]
}

let now: VisibilityPage
let consents: Consent[]

type Doors = Record<string, () => Promise<Response>>

/** Answers as the server would: what is on follows from what was sent. */
function doors(special: Doors = {}) {
  server.mockImplementation((input, init) => {
    const door = `${init?.method ?? 'GET'} ${addressOf(input)}`
    if (special[door]) return special[door]()
    if (door === 'GET /api/visibility') return answer(now)
    if (door === 'GET /api/consents') return answer({ consents })
    if (door === 'GET /api/blocks') return answer({ blocks: [], employers })
    if (door === 'GET /api/disclosures') return answer({ disclosures: [], next: null })
    if (door === 'POST /api/visibility/previews') return answer({ card, texts: [], crowds: [] })
    return answer({ card })
  })
}

const employers = [{ id: employerId, name: 'Harbourline' }]

function open(found: VisibilityPage, around: Around = {}) {
  now = found
  consents = around.consents ?? []
  const first = {
    '/api/visibility': found,
    '/api/consents': { consents },
    '/api/blocks': { blocks: around.blocks ?? [], employers },
    '/api/disclosures': { disclosures: around.disclosures ?? [], next: null },
  }
  return openPage(Visibility, {}, { session: aSession(), first })
}

const two = {
  credentials: [{ credentialId: badgeId }, { credentialId: otherId }],
  remote: true as const,
}

const calls = (door: string) =>
  server.mock.calls.flatMap(([input, init], index) =>
    `${init?.method ?? 'GET'} ${addressOf(input)}` === door ? [sent(index)] : [],
  )

beforeEach(async () => {
  await freshServer()
  doors()
})

test('while visibility is off the page says that employers get nothing, and shows the text with its hash', async () => {
  await open(aVisibilityPage())
  await expect.element(page.getByText('Off. Employers cannot find you.')).toBeVisible()
  await expect
    .element(page.getByText(/When visibility is off, no employer can find you/))
    .toBeVisible()
  await expect.element(page.getByText('I want employers to find me.')).toBeVisible()
  await expect.element(page.getByText(hash)).toBeVisible()
  expect(await violations()).toEqual([])
})

test('switching on without a badge is refused on the page and sends nothing', async () => {
  await open(aVisibilityPage())
  await page.getByRole('button', { name: /^I agree/ }).click()
  await expect.element(page.getByRole('link', { name: 'Tick at least one badge.' })).toBeVisible()
  expect(calls('POST /api/visibility')).toEqual([])
})

test('switching on sends exactly what is ticked, asks for a code, and shows the receipt', async () => {
  let proven = false
  doors({
    'POST /api/visibility': () => {
      if (!proven) return refused(403, 'fresh-proof-needed')
      now = onPage({ credentials: [{ credentialId: badgeId }], headline: 'Calm at closing time' })
      consents = [{ ...receipt, fields: [`credential:${badgeId}`, 'headline'] }]
      return answer({ consentId, version: 1, expiresAt: receipt.expiresAt, found: false }, 201)
    },
    'POST /api/session/confirmation': () => {
      proven = true
      return Promise.resolve(new Response(null, { status: 204 }))
    },
  })
  await open(aVisibilityPage())
  await page.getByRole('checkbox', { name: /^Collaboration/ }).click()
  await page.getByRole('checkbox', { name: 'Show a headline' }).click()
  await page.getByLabelText('Headline', { exact: true }).fill('Calm at closing time')
  await expect
    .element(page.getByText('You are about to show: Collaboration badge and headline.'))
    .toBeVisible()
  await page.getByRole('button', { name: /^I agree/ }).click()
  await page.getByLabelText('Code from the email').fill('7K2MRIVE')
  await page.getByRole('button', { name: 'Confirm and continue' }).click()

  await expect
    .element(page.getByText('On, but employers cannot find you yet.').first())
    .toBeVisible()
  await expect.element(page.getByRole('definition').filter({ hasText: consentId })).toBeVisible()
  await expect.element(page.getByRole('heading', { name: 'Now' })).toHaveFocus()
  const fields = { credentials: [{ credentialId: badgeId }], headline: 'Calm at closing time' }
  expect(calls('POST /api/visibility').at(-1)).toEqual({ version: 0, textHash: hash, fields })
  expect(await violations()).toEqual([])
})

test.each([
  [
    'without hours and start',
    {},
    'On, but employers cannot find you yet.',
    /If you do not show both, no employer can find you/,
  ],
  [
    'with hours and start',
    { hoursPerWeek: { minimum: 10, maximum: 20 }, startMonth: '2027-01' },
    'On. Employers can find you.',
    /^On. Approved employers can find you until/,
  ],
])(
  '%s, message and page agree on whether a search finds the student',
  async (_, more, said, state) => {
    const fields = { credentials: [{ credentialId: badgeId }], ...more }
    doors({
      'POST /api/visibility': () => {
        now = onPage(fields)
        const found = now.missingForSearch.length === 0
        return answer({ consentId, version: 1, expiresAt: receipt.expiresAt, found }, 201)
      },
    })
    await open(aVisibilityPage())
    await page.getByRole('checkbox', { name: /^Collaboration/ }).click()
    await page.getByRole('button', { name: /^I agree/ }).click()
    // The toast says it too.
    await expect.element(page.getByText(said).first()).toBeVisible()
    await expect.element(page.getByText(state)).toBeVisible()
    const canBeFound = /employers can find you( until|\.)/i
    expect(canBeFound.test(document.body.textContent)).toBe('startMonth' in more)
  },
)

test('a passage is what was marked in the answer; other words are refused before they are sent', async () => {
  await open(aVisibilityPage())
  await page.getByRole('checkbox', { name: /^Collaboration/ }).click()
  await page.getByRole('checkbox', { name: /Show part of the answer/ }).click()
  await page.getByRole('button', { name: 'Show what I selected' }).click()
  await expect.element(page.getByText(/First select part of the answer/)).toBeVisible()
  const written = page.getByRole('textbox', { name: 'Your answer' }).element()
  if (written instanceof HTMLTextAreaElement) written.setSelectionRange(0, 16)
  await page.getByRole('button', { name: 'Show what I selected' }).click()
  const passage = page.getByLabelText('Part of the answer for Collaboration')
  await expect.element(passage).toHaveValue(answerWritten.slice(0, 16))
  await expect.element(passage).toHaveFocus()
  await passage.fill('I am always right.')
  await page.getByRole('button', { name: /^I agree/ }).click()
  await expect
    .element(page.getByRole('link', { name: /not the exact words of your answer/ }))
    .toBeVisible()
  expect(calls('POST /api/visibility')).toEqual([])
})

test('criteria are off at first, named in the consent, and removed at once when switched off', async () => {
  const credential = { credentialId: badgeId }
  doors({
    'PUT /api/visibility': () => {
      now = { ...onPage({ credentials: [credential] }), version: 2 }
      return answer({ version: 2 })
    },
  })
  const shown = await open(aVisibilityPage())
  await page.getByRole('checkbox', { name: /^Collaboration/ }).click()
  const criteria = page.getByRole('checkbox', { name: /Show its criteria/ })
  await expect.element(criteria).not.toBeChecked()
  await criteria.click()
  const words = 'You are about to show: Collaboration badge and criteria of Collaboration.'
  await expect.element(page.getByText(words)).toBeVisible()
  await shown.unmount()

  await open(onPage({ credentials: [{ ...credential, criteria: true }] }))
  await expect.element(criteria).toBeChecked()
  await criteria.click()
  await expect
    .element(page.getByText('Removed from your card: criteria of Collaboration.'))
    .toBeVisible()
  const fields = { credentials: [credential] }
  expect(calls('PUT /api/visibility')).toEqual([{ version: 1, fields }])
})

test('a badge whose page search engines may keep is shown after a second tick only', async () => {
  const found = aVisibilityPage()
  const [first, ...others] = found.badges
  if (!first) throw new Error('There is no badge.')
  doors({
    'POST /api/visibility': () =>
      answer({ consentId, version: 1, expiresAt: receipt.expiresAt }, 201),
  })
  await open({ ...found, badges: [{ ...first, listedInPublic: true }, ...others] })
  await page.getByRole('checkbox', { name: /^Collaboration/ }).click()
  await page.getByRole('button', { name: /^I agree/ }).click()
  await expect.element(page.getByRole('link', { name: /^Tick “I agree to both”/ })).toBeVisible()
  expect(calls('POST /api/visibility')).toEqual([])
  await page.getByRole('checkbox', { name: /^I agree to both/ }).click()
  await page.getByRole('button', { name: /^I agree/ }).click()
  const fields = { credentials: [{ credentialId: badgeId }] }
  await expect
    .poll(() => calls('POST /api/visibility'))
    .toEqual([{ version: 0, textHash: hash, fields, listedToo: [badgeId] }])
})

test('what too few people share is listed below the preview', async () => {
  const crowds = [
    { credentialId: badgeId, crowd: 'country', criteria: 'left-out' },
    { credentialId: otherId, crowd: 'month', criteria: 'on' },
  ]
  const placed = { ...card, regions: ['GB'] }
  doors({
    'POST /api/visibility/previews': () => answer({ card: placed, texts: [], crowds }),
    'GET /api/visibility/preview?form=short': () => answer({ card: placed }),
  })
  await open(onPage(two))
  await expect.element(page.getByText('Some details are less exact')).toBeVisible()
  await expect.element(page.getByText(/^Collaboration: we leave out the criteria/)).toBeVisible()
  await expect
    .element(
      page.getByText(
        /^Collaboration: employers see only the year of your badge and your countries/,
      ),
    )
    .toBeVisible()
  await expect.element(page.getByText(/^Empathy:/)).not.toBeInTheDocument()
  await expect
    .element(page.getByText(/searches in one of your regions can still find/))
    .toBeVisible()
  expect(await violations()).toEqual([])
})

test('what is hidden in a text, and what may identify the student, is shown beside it', async () => {
  const texts = [{ field: 'headline', hidden: ['phone', 'name'], warnings: ['year'] }]
  doors({ 'POST /api/visibility/previews': () => answer({ card, texts, crowds: [] }) })
  await open(onPage({ credentials: [{ credentialId: badgeId }], headline: 'Leila, 07700 900123' }))
  await expect
    .element(page.getByText('Hidden from employers: a telephone number and your name.'))
    .toBeVisible()
  await expect.element(page.getByText(/it may show who you are: a year/)).toBeVisible()
})

test('an unticked field is gone for employers at once, with no code and no second button', async () => {
  doors({
    'PUT /api/visibility': () => {
      now = { ...onPage({ credentials: [{ credentialId: badgeId }], remote: true }), version: 2 }
      return answer({ version: 2 })
    },
  })
  await open(onPage(two))
  await page.getByRole('checkbox', { name: /^Empathy/ }).click()
  await expect.element(page.getByText('Removed from your card: Empathy badge.')).toBeVisible()
  const fields = { credentials: [{ credentialId: badgeId }], remote: true }
  expect(calls('PUT /api/visibility')).toEqual([{ version: 1, fields }])
})

test('a field that could not be hidden is reported as visible until it is hidden', async () => {
  doors({ 'PUT /api/visibility': offline })
  await open(onPage(two))
  await page.getByRole('checkbox', { name: 'I can work from home' }).click()
  await expect.element(page.getByText('Employers can still see what you removed')).toBeVisible()
  doors({
    'PUT /api/visibility': () => {
      now = { ...onPage({ credentials: two.credentials }), version: 2 }
      return answer({ version: 2 })
    },
  })
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect.element(page.getByText('Removed from your card: work from home.')).toBeVisible()
  await expect
    .element(page.getByText('Employers can still see what you removed'))
    .not.toBeInTheDocument()
})

test('one press switches all of it off; unticking the last badge asks first', async () => {
  doors({
    'DELETE /api/visibility': () => {
      now = aVisibilityPage({ version: 2 })
      return Promise.resolve(new Response(null, { status: 204 }))
    },
  })
  const shown = await open(onPage({ credentials: [{ credentialId: badgeId }] }))
  await page.getByRole('button', { name: 'Switch off' }).click()
  await expect.element(page.getByText('Off. Employers cannot find you.')).toBeVisible()
  await shown.unmount()

  await open(onPage({ credentials: [{ credentialId: badgeId }] }))
  const badge = page.getByRole('checkbox', { name: /^Collaboration/ })
  await badge.click()
  await expect.element(page.getByText(/and open interview requests end\.$/)).toBeVisible()
  await page.getByRole('button', { name: 'Keep the badge' }).click()
  await expect.element(badge).toBeChecked()
  expect(calls('DELETE /api/visibility').length).toBe(1)

  await badge.click()
  await page.getByRole('button', { name: 'Switch everything off' }).click()
  await expect.element(page.getByText(/That was your last badge/)).toBeVisible()
  expect(calls('DELETE /api/visibility').length).toBe(2)
  expect(calls('PUT /api/visibility')).toEqual([])
})

test('what ends with visibility is shown before it is switched off', async () => {
  const ask = { employer: 'Harbourline', title: 'Cook', because: null, startsAt: null }
  const requests = (['delivered', 'scheduled'] as const).map((state) => ({
    ...ask,
    id: state,
    state,
  }))
  doors({ 'GET /api/interview-requests': () => answer({ side: 'student', requests }) })
  await open(onPage({ credentials: [{ credentialId: badgeId }] }), { consents: [receipt] })
  // The warning is beside the switch and beside the receipt, where consent can be withdrawn.
  const said = page.getByText(/^This also ends one open interview request/)
  await expect.poll(() => said.elements().length).toBe(2)
})

test('showing more than before asks for consent again; other text in a field does not', async () => {
  await open(onPage({ credentials: [{ credentialId: badgeId }], headline: 'Calm' }))
  await expect.element(page.getByText('I want employers to find me.')).not.toBeInTheDocument()
  await page.getByLabelText('Headline', { exact: true }).fill('Calm at closing time')
  await expect.element(page.getByRole('button', { name: 'Save', exact: true })).toBeVisible()
  await page.getByRole('checkbox', { name: /^Empathy/ }).click()
  await expect.element(page.getByText('New: Empathy badge.')).toBeVisible()
  await expect.element(page.getByText('I want employers to find me.')).toBeVisible()
})

test('a page that is out of date says so before it asks for a code', async () => {
  doors({ 'POST /api/visibility': () => refused(403, 'fresh-proof-needed') })
  await open(onPage({ credentials: [{ credentialId: badgeId }] }))
  now = aVisibilityPage({ version: 2 })
  await page.getByRole('checkbox', { name: /^Empathy/ }).click()
  await page.getByRole('button', { name: 'I agree. Show this as well' }).click()
  await expect.element(page.getByText('Off. Employers cannot find you.')).toBeVisible()
  await expect.element(page.getByText(/was changed in another tab/)).toBeVisible()
  await expect.element(page.getByRole('checkbox', { name: /^Empathy/ })).toBeChecked()
  expect(document.querySelector('dialog[open]')).toBe(null)
  expect(calls('POST /api/session/confirmation/codes')).toEqual([])
})

test('the preview is the employer’s own answer: a blocked one is told that there is nobody', async () => {
  doors({
    [`GET /api/visibility/preview?form=short&organizationId=${employerId}`]: () =>
      refused(404, 'not-found'),
  })
  await open(onPage({ credentials: [{ credentialId: badgeId }] }))
  await expect.element(page.getByText('7f3a 91c2')).toBeVisible()
  await page.getByLabelText('For which employer').selectOptions('Harbourline')
  await expect.element(page.getByText('This employer cannot find you')).toBeVisible()
})

test('regions are found by name, by a word of it or by code, five at most', async () => {
  await open(aVisibilityPage())
  const field = page.getByRole('combobox', { name: 'Regions you can work in' })
  const add = page.getByRole('button', { name: 'Add' }).first()
  for (const typed of ['hull', 'York, United Kingdom', 'gb-lds', 'ZZ-9']) {
    await field.fill(typed)
    await add.click()
  }
  for (const name of [/Kingston upon Hull/, /^Remove: ?York/, /Leeds/, /ZZ-9/]) {
    await expect.element(page.getByRole('button', { name })).toBeVisible()
  }
  await field.fill('nowhere at all')
  await add.click()
  await expect.element(page.getByText(/We do not know this place/)).toBeVisible()

  for (const typed of ['GB-MAN', 'GB-BRD']) {
    await field.fill(typed)
    await add.click()
  }
  await expect.element(field).toHaveAccessibleDescription(/You can add up to five/)
  expect(page.getByRole('button', { name: /^Remove:/ }).elements()).toHaveLength(5)
})

test('a typed place is added when its field is left, and one we do not know is not lost', async () => {
  await open(onPage({ credentials: [{ credentialId: badgeId }], remote: true }))
  const field = page.getByRole('combobox', { name: 'Regions you can work in' })
  await field.fill('hull')
  field.element().dispatchEvent(new FocusEvent('blur'))
  await expect.element(page.getByRole('button', { name: /Kingston upon Hull/ })).toBeVisible()
  await field.fill('nowhere at all')
  await page.getByRole('button', { name: 'I agree. Show this as well' }).click()
  await expect.element(page.getByRole('link', { name: /“nowhere at all” is not in/ })).toBeVisible()
  await expect.element(field).toHaveValue('nowhere at all')
  expect(calls('POST /api/visibility')).toEqual([])
})

test('views are listed by organization, day and content, and whether they still can look', async () => {
  const look = { id: '1', organization: 'Harbourline', day: '2026-11-24' }
  await open(aVisibilityPage(), {
    disclosures: [
      { ...look, kind: 'opened', fields: ['skill', 'excerpt'], live: true },
      { ...look, id: '2', kind: 'listed', fields: ['skill'], live: false },
      { ...look, id: '3', kind: 'requested', fields: ['skill', 'level'], live: false },
    ],
    consents: [receipt],
  })
  await expect.element(page.getByText('Harbourline opened your card')).toBeVisible()
  await expect.element(page.getByText(/They saw: skill and part of an answer\./)).toBeVisible()
  await expect.element(page.getByText('They can no longer see it')).toBeVisible()
  // The employer keeps the request, and that names the skills that made it ask.
  await expect
    .element(page.getByText('In their request to you, they can now see only the skill'))
    .toBeVisible()
})

test('under 18 there is no switch at all; without a badge there is a next step', async () => {
  const shown = await open(aVisibilityPage({ adult: false, adultFrom: '2031-01-01T00:00:00.000Z' }))
  await expect.element(page.getByText('For students from age 18')).toBeVisible()
  await expect
    .element(page.getByText(/use this page from (1 January|January 1,) 2031\./))
    .toBeVisible()
  await expect.element(page.getByRole('checkbox').first()).not.toBeInTheDocument()
  await shown.unmount()
  // People who have joined no programme were never asked for their age.
  const unknown = await open(aVisibilityPage({ adult: null, badges: [] }))
  await expect.element(page.getByRole('heading', { name: 'Join a programme first' })).toBeVisible()
  await expect
    .element(page.getByRole('link', { name: 'Join a programme' }))
    .toHaveAttribute('href', '/join')
  expect(document.body.textContent).not.toMatch(/under 18/)
  await unknown.unmount()
  await open(aVisibilityPage({ badges: [] }))
  await expect.element(page.getByRole('link', { name: 'Find a challenge' })).toBeVisible()
  expect(await violations()).toEqual([])
})

test('a student whose only badge has expired is told so, and staff that this is for students', async () => {
  const ranOutAt = '2029-11-22T18:00:00.000Z'
  const shown = await open(aVisibilityPage({ badges: [], ranOutAt }))
  await expect
    .element(page.getByRole('heading', { name: /Your badge expired on .*2029/ }))
    .toBeVisible()
  expect(document.body.textContent).not.toMatch(/You need a badge first/)
  await shown.unmount()
  const revoked = await open(aVisibilityPage({ badges: [], revokedAt: ranOutAt }))
  await expect
    .element(page.getByRole('heading', { name: /was taken back on .*2029/ }))
    .toBeVisible()
  await revoked.unmount()
  now = aVisibilityPage({ adult: null, badges: [] })
  const session = aSession([aMembership('mentor')])
  await openPage(Visibility, {}, { session, first: { '/api/visibility': now } })
  await expect.element(page.getByText('This page is for students')).toBeVisible()
  await expect.element(page.getByRole('link', { name: 'Join a programme' })).not.toBeInTheDocument()
})

test.each([
  [[], /When you earn a new one/],
  [aVisibilityPage().badges.slice(1), /when you show another badge below/],
])('whose shown badge was revoked is found by nobody, and reads that', async (badges, words) => {
  const fields = { credentials: [] }
  await open({ ...onPage(fields), badges, revokedAt: '2026-11-26T18:00:00.000Z' })
  await expect
    .element(page.getByText(/^Nobody can find you: the badge you showed was taken back on .*2026/))
    .toBeVisible()
  await expect.element(page.getByText(words)).toBeVisible()
  expect(document.body.textContent).not.toMatch(/Approved employers can find you/)
  await expect.element(page.getByRole('button', { name: /Stop|off/i })).toBeVisible()
  expect(await violations()).toEqual([])
})

test('blocking warns that it ends a request', async () => {
  await open(onPage({ credentials: [{ credentialId: badgeId }] }))
  await expect
    .element(page.getByText(/When you block an employer, their open request ends/))
    .toBeVisible()
})

test.each([
  [[], /^Harbourline is blocked\.$/, 1],
  [[{ employer: 'Harbourline', state: 'scheduled' }], /^Harbourline is blocked\.$/, 1],
  [[{ employer: 'Harbourline', state: 'delivered' }], /open request has ended/, 0],
] as const)(
  'a block mentions a request if it ended one, and cannot be undone then: %j',
  async (requests, said, undos) => {
    doors({
      'GET /api/interview-requests': () => answer({ side: 'student', requests, next: null }),
      'POST /api/blocks': () => answer({ blockId: 'b1' }, 201),
    })
    await open(onPage({ credentials: [{ credentialId: badgeId }] }))
    await page.getByLabelText('Employer', { exact: true }).selectOptions('Harbourline')
    await page.getByRole('button', { name: 'Block' }).first().click()
    await expect.element(page.getByText(said)).toBeVisible()
    expect(page.getByRole('button', { name: 'Undo' }).elements()).toHaveLength(undos)
  },
)

test('without any views the page says how far back it looks', async () => {
  await open(onPage({ credentials: [{ credentialId: badgeId }] }))
  await expect
    .element(page.getByText(/in the last 24 months\. We delete older entries/))
    .toBeVisible()
})
