import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'

import { accounts } from '../../../worker/accounts/tables.ts'
import { auditEntries } from '../../../worker/audit/tables.ts'
import { credentials } from '../../../worker/credentials/tables.ts'
import { sha256Hex } from '../../../worker/foundation/crypto/encoding.ts'
import { consents, consentWithdrawals, domains } from '../../../worker/organizations/tables.ts'
import { blocks, visibilities, visibleCredentials } from '../../../worker/talent/tables.ts'
import { anAward } from '../../support/awards.ts'
import {
  anAdmin,
  anEmployer,
  aProgramme,
  aStudent,
  db,
  type Person,
} from '../../support/builders.ts'
import {
  aHiringEmployer,
  answers,
  aVisibleStudent,
  domainOf,
  openToWork,
  search,
  switchOn,
  statusesOf,
} from '../../support/hiring.ts'
import { mailbox } from '../../support/mailbox.ts'
import { settle } from '../../support/settle.ts'
import { sealEmail } from '../../../worker/accounts/account/open-account.ts'
import { sealingCall } from '../../support/sealing.ts'

const day = 86_400_000
const path = '/api/visibility'

/** A student with one signed badge and nothing switched on. */
async function anEarner(options: Parameters<typeof aStudent>[0] = {}) {
  const student = await aStudent(options)
  const { id } = await anAward(student, { answers })
  return { ...student, badge: { credentialId: id } }
}

describe('visibility', () => {
  it('is off for everybody until its owner turns it on', async () => {
    const student = await anEarner()

    const { body } = await student.client.get(path)

    expect(body).toMatchObject({ on: false, version: 0, fields: { credentials: [] }, adult: true })
    expect(body.badges).toMatchObject([
      { skill: 'collaboration', level: 3, mentorReviewed: true, answers: [answers.plan] },
    ])
    expect(await rowsOf(student)).toBe(0)
  })

  it('says of a badge past its date, or revoked, when that was', async () => {
    const student = await anEarner()
    const { credentialId } = student.badge
    const own = eq(credentials.id, credentialId)
    const validUntil = new Date(Date.now() - day)
    await db.update(credentials).set({ validUntil }).where(own)
    expect((await student.client.get(path)).body).toMatchObject({
      badges: [],
      ranOutAt: validUntil.toISOString(),
    })
    await db.update(credentials).set({ endedAt: new Date() }).where(own)
    expect((await student.client.get(path)).body).toMatchObject({
      ranOutAt: null,
      revokedAt: expect.stringMatching(/^2/),
    })
  })

  it('is switched on with a complete receipt for exactly the named fields', async () => {
    const student = await anEarner()
    const fields = {
      credentials: [{ ...student.badge, excerpt: answers.plan.slice(0, 40) }],
      headline: 'Calm',
      ...openToWork,
    }

    const granted = await switchOn(student, fields)

    expect(granted.status, granted.text).toBe(201)
    const [receipt] = await db.select().from(consents).where(eq(consents.studentId, student.id))
    const { body } = await student.client.get(path)
    expect(receipt).toMatchObject({
      purpose: 'employer-search',
      recipient: 'approved-employers',
      textVersion: body.consentText.version,
      textHash: await sha256Hex(body.consentText.text),
      proof: expect.stringMatching(/^code 20/),
    })
    expect(JSON.parse(receipt?.fields ?? '')).toEqual([
      `credential:${student.badge.credentialId}`,
      `excerpt:${student.badge.credentialId}`,
      'headline',
      'hoursPerWeek',
      'startMonth',
    ])
    const months = ((receipt?.expiresAt.getTime() ?? 0) - (receipt?.grantedAt.getTime() ?? 0)) / day
    expect(months).toBeGreaterThan(180)
    expect(months).toBeLessThan(185)
    expect(body).toMatchObject({
      on: true,
      version: 1,
      fields: { headline: 'Calm', ...openToWork },
    })
  })

  it('needs a fresh proof to be switched on, and none to be narrowed or switched off', async () => {
    const stale = await anEarner({ provenMinutesAgo: 11 })
    const fields = { credentials: [stale.badge] }
    expect((await switchOn(stale, fields)).body.type).toBe('/problems/fresh-proof-needed')

    const student = await aVisibleStudent({ fields: { headline: 'Calm' } })
    const later = student.client.at(new Date(Date.now() + 11 * 60_000))
    const narrowed = await later.put(path, {
      version: 1,
      fields: { credentials: [{ credentialId: student.credentialIds[0] }] },
    })
    const off = await later.delete(path)

    expect([narrowed.status, off.status]).toEqual([200, 204])
  })

  it.each([
    ['no badge', [], 'visibility-needs-credential'],
    ["somebody else's badge", [{ credentialId: crypto.randomUUID() }], 'invalid-input'],
  ])('is not switched on with %s', async (_, credentials, problem) => {
    const student = await anEarner()
    const refused = await switchOn(student, { credentials })
    expect(refused).toMatchObject({ status: 422, body: { type: `/problems/${problem}` } })
    expect(await rowsOf(student)).toBe(0)
  })

  it('is not switched on under a text that has changed', async () => {
    const student = await anEarner()
    const refused = await student.client.post(path, {
      version: 0,
      textHash: await sha256Hex('Something else'),
      fields: { credentials: [student.badge] },
    })
    expect(refused).toMatchObject({ status: 409, body: { type: '/problems/consent-text-changed' } })
  })

  it('names in its text all that can be shown: a changed word is a new version', async () => {
    const { consentText } = (await (await anEarner()).client.get(path)).body
    expect(consentText.text).toMatch(/its criteria: the level .* and the signs/)
    expect(consentText.text).toMatch(/fewer than five/)
    expect(consentText).toMatchObject({
      version: '2026-11-3',
      hash: '4d3c11a847796ba242c4752d39a2b0ae7ae676773e6250a3f8ec4c843732a570',
    })
  })

  it('needs a second tick if search engines may index the page of the badge', async () => {
    const student = await anEarner()
    const { credentialId } = student.badge
    const publish = (json: object) =>
      student.client.put(`/api/credentials/${credentialId}/publication`, {
        on: true,
        showName: false,
        listed: true,
        ...json,
      })
    expect((await publish({ version: 0 })).status).toBe(200)
    const { body } = await student.client.get(path)
    expect(body.badges).toMatchObject([{ listedInPublic: true }])
    const fields = { credentials: [student.badge], headline: 'Calm' }
    const wanted = { version: 0, textHash: body.consentText.hash, fields }

    const once = await student.client.post(path, wanted)
    const twice = await student.client.post(path, { ...wanted, listedToo: [credentialId] })
    const narrowed = await student.client.put(path, {
      version: 1,
      fields: { credentials: [student.badge] },
    })

    expect([once.status, twice.status, narrowed.status]).toEqual([409, 201, 200])
    expect(once.body.type).toBe('/problems/listed-and-visible')

    // The other way round: the badge is on a card and is to be listed.
    const answered = [
      await publish({ listed: false, version: 1 }),
      await publish({ version: 2 }),
      await publish({ version: 2, visibleToo: true }),
      await publish({ version: 3, showName: true }),
    ]
    expect(answered.map(({ status }) => status)).toEqual([200, 409, 200, 200])
    expect(answered[1]?.body.type).toBe('/problems/listed-and-visible')
  })

  it('shows no text that was not judged', async () => {
    const student = await anEarner()
    const refused = await switchOn(student, {
      credentials: [{ ...student.badge, excerpt: 'I never wrote this.' }],
    })
    expect(refused).toMatchObject({
      status: 422,
      body: { type: '/problems/excerpt-not-in-answer' },
    })
  })

  it.each([
    [17, 12, 403],
    [18, 12, 403],
    [19, 12, 201],
  ])(
    'opens to somebody who turns %d this year, in month %d, with %d',
    async (age, birthMonth, status) => {
      const student = await anEarner()
      // With month 12 the result is the same all year: turning 18 in December counts from January
      // on.
      const birthYear = new Date().getUTCFullYear() - age
      await db.update(accounts).set({ birthYear, birthMonth }).where(eq(accounts.id, student.id))

      const answer = await switchOn(student, { credentials: [student.badge] })

      expect(answer.status, answer.text).toBe(status)
      if (status === 403) expect(answer.body.type).toBe('/problems/minors-not-visible')
    },
  )

  it('does not call somebody a minor whose age was never asked', async () => {
    const student = await aStudent({ birthYear: null })
    expect((await student.client.get(path)).body.adult).toBeNull()
  })

  it('narrows without a new receipt, and refuses to widen without one', async () => {
    const student = await aVisibleStudent({ fields: { headline: 'Calm', regions: ['GB-LDS'] } })
    const credentials = [{ credentialId: student.credentialIds[0] }]

    const other = await student.client.put(path, {
      version: 1,
      fields: { credentials, headline: 'Calmer' },
    })
    const wider = await student.client.put(path, {
      version: 2,
      fields: { credentials, headline: 'x', summary: 'y' },
    })
    const back = await student.client.put(path, {
      version: 2,
      fields: { credentials, regions: ['GB-LDS'] },
    })
    const stale = await student.client.put(path, { version: 1, fields: { credentials } })

    expect([other.status, wider.status, back.status, stale.status]).toEqual([200, 422, 422, 409])
    expect(wider.body.type).toBe('/problems/visibility-would-widen')
    expect((await student.client.get(path)).body.fields).toEqual({
      credentials,
      headline: 'Calmer',
    })
    expect(await db.$count(consents, eq(consents.studentId, student.id))).toBe(1)
  })

  it('widens with a new receipt, and the old one ends in the same commit', async () => {
    const student = await aVisibleStudent()
    const credentials = [{ credentialId: student.credentialIds[0] }]
    await switchOn(student, { credentials, summary: 'Two years of shop work.' })

    const { body } = await student.client.get('/api/consents')

    expect(body.consents).toMatchObject([{ live: true }, { live: false, id: student.consentId }])
    expect((await student.client.get(path)).body).toMatchObject({
      version: 2,
      fields: { summary: 'Two years of shop work.' },
    })
  })

  it('is switched off in one step and leaves nothing to find', async () => {
    const student = await aVisibleStudent({ fields: { headline: 'Calm' } })

    const off = await student.client.delete(path)
    const again = await student.client.delete(path)

    expect([off.status, again.status]).toEqual([204, 204])
    expect(await rowsOf(student)).toBe(0)
    const withdrawn = eq(consentWithdrawals.consentId, student.consentId)
    expect(await db.$count(consentWithdrawals, withdrawn)).toBe(1)
  })

  it('lets only the first of two windows switch it on', async () => {
    const student = await anEarner()
    const { body } = await student.client.get(path)
    const input = {
      version: 0,
      textHash: body.consentText.hash,
      fields: { credentials: [student.badge] },
    }

    const answered = await Promise.all([
      student.client.post(path, input),
      student.client.post(path, input),
    ])

    expect(statusesOf(answered)).toEqual([201, 409])
    expect(await db.$count(consents, eq(consents.studentId, student.id))).toBe(1)
  })

  it('ends by itself after six months, unless it was renewed meanwhile', async () => {
    const ending = await aVisibleStudent()
    // Their proof is still fresh five months from now.
    const renewing = await aVisibleStudent({ provenMinutesAgo: -150 * 24 * 60 })
    const credentials = [{ credentialId: renewing.credentialIds[0] }]
    await switchOn(
      { client: renewing.client.at(new Date(Date.now() + 150 * day)) },
      { credentials },
    )
    const expiresAt = new Date((await ending.client.get(path)).body.expiresAt)

    await settle(new Date(expiresAt.getTime() - 13 * day))
    expect(mailbox.findLast(({ to }) => to === ending.email)?.text).toMatch(
      /until \d+ \w+ \d{4} at 11:59.pm UTC/,
    )
    // From that second on, whether or not a cleanup has run.
    const over = ending.client.at(new Date(expiresAt.getTime() + 1_000))
    expect((await over.get(`${path}/preview`)).status).toBe(404)
    expect((await ending.client.get(`${path}/preview`)).status).toBe(200)
    await settle(new Date(expiresAt.getTime() + 1_000))

    expect(await rowsOf(ending)).toBe(0)
    expect(await rowsOf(renewing)).toBe(2)
    expect(mailbox.findLast(({ to }) => to === ending.email)?.subject).toBe(
      'Employers can no longer find you',
    )
  })

  it('leaves nothing in the audit trail that a programme sees', async () => {
    const student = await aVisibleStudent()
    const admin = await anAdmin({ in: { id: student.organizationId } })

    const trail = await admin.client.get('/api/audit-entries')

    expect(trail.text).not.toMatch(/visibility|block\./)
    const own = await db.select().from(auditEntries).where(eq(auditEntries.subjectId, student.id))
    expect(own.map(({ action }) => action)).toContain('visibility.granted')
  })

  it('drops a badge that was revoked, and says so when it was the last', async () => {
    const student = await aVisibleStudent({ fields: { regions: ['GB-HUL'] } })
    const hiring = await aHiringEmployer()
    await search(hiring, { regions: ['GB-HUL'] })
    const looks = async () => (await student.client.get('/api/disclosures')).body.disclosures
    expect(await looks()).toMatchObject([{ kind: 'listed', live: true }])
    const admin = await anAdmin({ in: { id: student.organizationId } })
    await admin.client.post(`/api/credentials/${student.credentialIds[0]}/revocation`, {
      reason: 'error',
    })
    await settle()

    expect(await db.$count(visibleCredentials, eq(visibleCredentials.studentId, student.id))).toBe(
      0,
    )
    expect(mailbox.findLast(({ to }) => to === student.email)?.text).toContain(
      'The card that employers see has no valid badge now',
    )
    expect(await looks()).toMatchObject([{ kind: 'listed', live: false }])
    expect((await student.client.get(`${path}/preview`)).status).toBe(404)
  })
})

describe('the preview', () => {
  it('is, byte for byte, what the employer gets', async () => {
    const hiring = await aHiringEmployer()
    const student = await aVisibleStudent({
      name: 'Ana-María O’Neil Vu',
      skills: ['empathy', 'collaboration'],
      excerpt: 'I can take this till until seven.',
      fields: {
        headline: 'Vu, of Riverside',
        summary: 'Call +1 (555) 010-4477 for Ana.',
        regions: ['GB-LDS'],
        remote: true,
      },
    })
    const { cards } = await search(hiring, { regions: ['GB-LDS'] })
    const at = (form: string) =>
      student.client.get(`${path}/preview?organizationId=${hiring.employer.id}&form=${form}`)
    const [short, full] = [await at('short'), await at('full')]

    const opened = await hiring.recruiter.client.post(`/api/cards/${cards[0]?.pseudonym}/views`)

    expect(short.text).toBe(JSON.stringify({ card: cards[0] }))
    expect(full.text).toBe(JSON.stringify({ card: opened.body.card }))
    expect(Object.keys(opened.body)).toEqual(['card', 'fits'])
    expect(full.body.card.badges).toMatchObject([
      {
        skill: 'collaboration',
        reviewers: 'peers-and-mentor',
        agreement: 'too-few-reviews',
        challengeTitle: 'Hand to hand',
      },
      // Nobody else has this badge, so the month is not shown.
      { skill: 'empathy', year: expect.stringMatching(/^\d{4}$/), rubric: '/rubrics/empathy' },
    ])
    expect(full.text).not.toMatch(/Vu|Ana|\(555\)|010-4477|consent|credential/)
  })

  it('gives the refusal a blocked or unapproved employer gets', async () => {
    const hiring = await aHiringEmployer()
    const unapproved = await anEmployer({ state: 'waiting' })
    const student = await aVisibleStudent()
    await student.client.post('/api/blocks', { organizationId: hiring.employer.id })
    const card = await hiring.recruiter.client.post(`/api/cards/${crypto.randomUUID()}/views`)

    const blocked = await student.client.get(`${path}/preview?organizationId=${hiring.employer.id}`)
    const closed = await student.client.get(`${path}/preview?organizationId=${unapproved.id}`)

    expect(blocked.text).toBe(card.text)
    expect(closed).toMatchObject({
      status: 403,
      body: { type: '/problems/employer-not-approved', missing: ['approval'] },
    })
  })

  it('shows fields that are not on yet, and what a reader could conclude', async () => {
    const student = await anEarner({ name: 'Leila Haddad' })

    const { body } = await student.client.post(`${path}/previews`, {
      fields: {
        credentials: [{ ...student.badge, excerpt: answers.plan }],
        headline: 'Leila, 19 years old, class of 2025',
      },
    })

    expect(body.card).toMatchObject({
      headline: '[hidden], 19 years old, class of 2025',
      badges: [{ excerpt: answers.plan }],
    })
    expect(body.texts[0]).toEqual({
      field: 'headline',
      hidden: ['name'],
      warnings: ['age', 'school', 'year'],
    })
    expect(await rowsOf(student)).toBe(0)
  })

  it("hides a programme's name and aliases, and no title that only one programme has", async () => {
    const home = await aProgramme({ name: 'Northern Bridge College' })
    const student = await aVisibleStudent({
      in: home,
      fields: {
        headline: 'Northern Bridge taught me nothing.',
        summary: 'At northern-bridge college I led.',
      },
    })

    const { body } = await student.client.get(`${path}/preview`)

    expect(body.card).toMatchObject({
      headline: 'Northern Bridge taught me nothing.',
      summary: 'At [hidden] I led.',
    })
  })
})

describe('blocks', () => {
  it("turning visibility on blocks the domain of the student's own address", async () => {
    const student = await anEarner()
    await db
      .update(accounts)
      .set({ email: await sealEmail(sealingCall(), student.id, 'leila@hallamfoods.example') })
      .where(eq(accounts.id, student.id))
    expect((await student.client.get(path)).body.ownDomain).toBe('hallamfoods.example')

    await switchOn(student, { credentials: [student.badge] })

    const { body } = await student.client.get('/api/blocks')
    expect(body.blocks).toMatchObject([{ domain: 'hallamfoods.example', organizationId: null }])
  })

  it('end what a view shows, in the log too, at once', async () => {
    const hiring = await aHiringEmployer()
    const student = await aVisibleStudent({ fields: { regions: ['GB-LDS'] } })
    await search(hiring, { regions: ['GB-LDS'] })
    const log = async () => (await student.client.get('/api/disclosures')).body.disclosures
    expect(await log()).toMatchObject([{ kind: 'listed', live: true }])

    const { body } = await student.client.post('/api/blocks', {
      domain: domainOf(hiring.employer),
    })
    expect(await log()).toMatchObject([{ kind: 'listed', live: false }])

    await student.client.delete(`/api/blocks/${body.blockId}`)
    expect(await log()).toMatchObject([{ live: true }])
  })

  it('but not where that is public mail', async () => {
    const student = await anEarner()
    await db
      .update(accounts)
      .set({ email: await sealEmail(sealingCall(), student.id, 'leila@gmail.com') })
      .where(eq(accounts.id, student.id))
    await switchOn(student, { credentials: [student.badge] })
    expect(await db.$count(blocks, eq(blocks.studentId, student.id))).toBe(0)
  })

  it('are of employers or domains, once each, and two hundred at most', async () => {
    const student = await aStudent()
    const employer = await anEmployer()
    const first = await student.client.post('/api/blocks', { organizationId: employer.id })
    const twice = await student.client.post('/api/blocks', { organizationId: employer.id })
    const programme = await student.client.post('/api/blocks', {
      organizationId: (await aProgramme()).id,
    })
    const odd = await student.client.post('/api/blocks', { domain: 'not a domain' })
    const rows = Array.from({ length: 199 }, (_, n) => ({
      id: crypto.randomUUID(),
      studentId: student.id,
      domain: `d${n}.example`,
      createdAt: new Date(),
    }))
    for (let at = 0; at < rows.length; at += 20)
      await db.insert(blocks).values(rows.slice(at, at + 20))
    const last = await student.client.post('/api/blocks', { domain: 'one-more.example' })

    expect([first, twice, programme, odd, last].map(({ status }) => status)).toEqual([
      201, 409, 404, 422, 409,
    ])
    expect(last.body.type).toBe('/problems/too-many-blocks')
  })

  it('cover subdomains and nothing that merely has the same ending', async () => {
    const hiring = await aHiringEmployer()
    const student = await aVisibleStudent()
    const own = `${hiring.employer.slug}.example`
    const jobs = { domain: `jobs.${own}` }
    await db.update(domains).set(jobs).where(eq(domains.organizationId, hiring.employer.id))
    const seen = async () =>
      (await student.client.get(`${path}/preview?organizationId=${hiring.employer.id}`)).status

    for (const domain of [own.slice(1), `x.${jobs.domain}`, `s.${own}`]) {
      await student.client.post('/api/blocks', { domain })
      expect(await seen(), domain).toBe(200)
    }
    await student.client.post('/api/blocks', { domain: own })
    expect(await seen()).toBe(404)
  })

  it("are nobody else's to lift", async () => {
    const [student, other] = [await aStudent(), await aStudent()]
    const { body } = await student.client.post('/api/blocks', { domain: 'hallam.example' })
    expect((await other.client.delete(`/api/blocks/${body.blockId}`)).status).toBe(404)
  })
})

describe('withdrawing a receipt', () => {
  it('of search ends visibility; doing it twice, or for somebody else, gets 404', async () => {
    const [student, other] = [await aVisibleStudent(), await aStudent()]
    const consent = `/api/consents/${student.consentId}`

    const answered = [
      await other.client.delete(consent),
      await student.client.delete(consent),
      await student.client.delete(consent),
    ]

    expect(answered.map(({ status }) => status)).toEqual([404, 204, 404])
    expect(await rowsOf(student)).toBe(0)
  })
})

async function rowsOf({ id }: Pick<Person, 'id'>) {
  const [shown, badges] = await Promise.all([
    db.$count(visibilities, eq(visibilities.studentId, id)),
    db.$count(visibleCredentials, eq(visibleCredentials.studentId, id)),
  ])
  return shown + badges
}
