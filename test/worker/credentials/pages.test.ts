import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'

import { auditEntries } from '../../../worker/audit/tables.ts'
import { credentialPage } from '../../../worker/credentials/pages/credential-page.ts'
import { findPublicCredential } from '../../../worker/credentials/pages/find-public-credential.ts'
import { signStatusListOf } from '../../../worker/credentials/signature/sign-status-list.ts'
import { credentials } from '../../../worker/credentials/tables.ts'
import { unknownReader } from '../../../worker/foundation/reader/languages.ts'
import { systemCall } from '../../../worker/foundation/call/system-call.ts'
import { aDecision, aNote, anAward, award, awardOf, awardedAt } from '../../support/awards.ts'
import { type Person, aProgramme, aStudent, anAdmin, db } from '../../support/builders.ts'
import { Client } from '../../support/client.ts'
import type { Json } from '../../support/json.ts'
import { mailbox } from '../../support/mailbox.ts'
import { settle } from '../../support/settle.ts'

const stranger = new Client()
const asPage = { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } }

const publish = (person: Person, id: string, more: object = {}) =>
  person.client.put(`/api/credentials/${id}/publication`, {
    on: true,
    showName: false,
    listed: false,
    version: 0,
    ...more,
  })

async function aPublishedBadge(
  options: { name?: string; showName?: boolean; listed?: boolean } = {},
) {
  const { name = 'Leila Haddad', ...shown } = options
  const student = await aStudent({ name })
  const badge = await anAward(student)
  expect((await publish(student, badge.id, shown)).status).toBe(200)
  return { student, ...badge }
}

describe('GET /credentials/:credentialId', () => {
  it('is hidden until its holder switches it on: off, unknown and unsigned have the same answer', async () => {
    const { path } = await anAward(await aStudent())
    const unsigned = await aDecision(await aStudent())
    await award(unsigned)
    const { id = '' } = (await awardOf(unsigned)) ?? {}
    await db.update(credentials).set({ publishedAt: awardedAt }).where(eq(credentials.id, id))
    for (const ending of ['', '.json']) {
      const answers = [
        await stranger.get(path + ending),
        await stranger.get(`/credentials/${crypto.randomUUID()}${ending}`),
        await stranger.get(`/credentials/${id}${ending}`),
      ]
      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404])
      expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
      expect(new Set(answers.map(({ headers }) => JSON.stringify([...headers]))).size).toBe(1)
    }
  })

  it('is a small page without script that says what was judged and shows no name by default', async () => {
    const { path, student } = await aPublishedBadge()
    const { status, text, headers } = await stranger.get(path, asPage)
    expect(status).toBe(200)
    expect(headers.get('content-type')).toMatch(/^text\/html/)
    expect(headers.get('cache-control')).toBe('no-cache')
    expect(headers.get('vary')).toBe('Accept, Accept-Language, Cookie')
    expect(text.length).toBeLessThanOrEqual(12_000)
    expect(text).not.toMatch(/<script|style=|javascript:/i)
    expect(text).toContain('agree the work')
    expect(text).toContain('Two peers and one mentor judged this answer')
    expect(text).toContain('Sat unsupervised; identity not checked by the programme.')
    expect(text).toContain('name="robots" content="noindex"')
    expect(text).toContain('property="og:image"')
    expect(text).toContain('/badges/collaboration-3-share.png')
    expect(text).not.toContain('Leila')
    expect(text).not.toContain(student.id)
  })

  it('says yes, no or could not be checked line by line, without an overall tick', async () => {
    const { path } = await aPublishedBadge()
    const { text } = await stranger.get(path, asPage)
    const verdicts = [...text.matchAll(/class="struck" data-kind="(\w+)"/g)].map(([, kind]) => kind)
    expect(verdicts).toEqual(['yes', 'yes', 'yes', 'yes', 'unknown', 'yes', 'unknown', 'none'])
    expect(text).toContain(
      'So the badge comes from that web address. We do not check who owns the address.',
    )
  })

  it('has the UTC day of its file, in the reader’s date order', async () => {
    const { id, path } = await aPublishedBadge()
    const found = await findPublicCredential(systemCall(env, 'x'), id)
    if (!found) throw new Error('not found')
    const document = {
      ...found.document,
      validFrom: '2026-11-28T00:42:00Z',
      awardedDate: '2026-11-28T00:42:00Z',
    }
    const page = credentialPage({ ...found, document }, new Date('2026-12-01T00:00:00Z'))
    const west = { language: 'en', zone: 'America/Los_Angeles', zoneKnown: true } as const
    expect(page({ ...west, region: 'US' })).toContain('>November 28, 2026</time>')
    expect(page({ ...west, region: 'GB' })).toContain('>28 November 2026</time>')

    const american = await stranger.get(path, {
      headers: { ...asPage.headers, 'accept-language': 'en-US' },
    })
    expect(american.text).toMatch(/>[A-Z][a-z]+ \d{1,2}, \d{4}<\/time>/)
    expect(american.text).toMatch(/\d{1,2}:\d\d\s[AP]M UTC/)
  })

  it('says who judged from the facts, and shows an older badge’s text as it was signed', async () => {
    const { id } = await aPublishedBadge()
    const found = await findPublicCredential(systemCall(env, 'x'), id)
    if (!found?.judged) throw new Error('not found')
    expect(found.judged).toEqual({
      peers: 2,
      mentors: 1,
      sitting: 'unsupervised',
      identity: 'not checked',
    })
    const seen = { ...found, judged: { ...found.judged, sitting: 'supervised' as const } }
    expect(credentialPage(seen, new Date())(unknownReader)).toContain('Sat supervised; identity')
    const older = credentialPage({ ...found, judged: undefined }, new Date())(unknownReader)
    expect(older).toContain(found.document.evidence[0].narrative)
    expect(found.document.credentialSubject.achievement.inLanguage).toBe('en')
  })

  it('shows the name and lets search engines in when its holder says so', async () => {
    const { path } = await aPublishedBadge({ showName: true, listed: true })
    const { text } = await stranger.get(path, asPage)
    expect(text).toContain('Leila Haddad')
    expect(text).not.toContain('noindex')
  })

  it('writes a name as text, whatever it is', async () => {
    const { path } = await aPublishedBadge({ name: '<img src=x onerror=alert(1)>', showName: true })
    const { text } = await stranger.get(path, asPage)
    expect(text).not.toContain('<img src=x')
    expect(text).toContain('&lt;img src=x onerror=alert(1)&gt;')
  })

  it.each([
    ['application/vc', 'application/vc'],
    ['application/vc+ld+json', 'application/vc+ld+json'],
    ['application/ld+json;q=0.9, text/html;q=0.5', 'application/ld+json'],
    ['application/json, text/plain, */*', 'application/json'],
  ])('is the document for a program that asks for %s', async (accept, type) => {
    const { path, student, id } = await aPublishedBadge()
    const answer = await stranger.get(path, { headers: { accept } })
    expect(answer.headers.get('content-type')).toBe(type)
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    const own = await student.client.get(`/api/credentials/${id}/document`)
    expect(answer.body).toEqual(own.body)
  })

  it.each([
    '*/*',
    '',
    'text/html',
    'nonsense',
    'text/html, application/json',
    'application/json;q=0',
  ])('is the page for “%s”', async (accept) => {
    const { path } = await aPublishedBadge()
    const answer = await stranger.get(path, { headers: { accept } })
    expect(answer.headers.get('content-type')).toMatch(/^text\/html/)
  })

  it('answers an ETag with 304, page and document each with their own', async () => {
    const { path } = await aPublishedBadge()
    const tags = new Set<string>()
    for (const accept of ['text/html', 'application/vc']) {
      const first = await stranger.get(path, { headers: { accept } })
      const tag = first.headers.get('etag') ?? ''
      tags.add(tag)
      const again = await stranger.get(path, { headers: { accept, 'if-none-match': tag } })
      expect(again.status).toBe(304)
      expect(again.text).toBe('')
    }
    expect(tags.size).toBe(2)
  })

  it('stays, once revoked, with its end on top, and the status list shows it after one drain', async () => {
    const { path, id, student, decisionId } = await aPublishedBadge()
    const admin = await anAdmin({ in: { id: student.organizationId } })
    const revoked = await admin.client.post(`/api/credentials/${id}/revocation`, {
      reason: 'misconduct',
    })
    expect(revoked).toMatchObject({ status: 201, body: { id } })
    const { text, status } = await stranger.get(path, asPage)
    expect(status).toBe(200)
    expect(text).toContain('This badge was revoked on')
    expect(text.replaceAll(/<[^>]*>/g, '')).toMatch(/Revoked: yes/)
    expect(text.indexOf('was revoked on')).toBeLessThan(text.indexOf('<h1>'))
    expect(text).toContain('data-kind="no"')
    expect(text).not.toContain('misconduct')

    await signStatusListOf(systemCall(env, crypto.randomUUID()), aNote('credential.ended', id))
    const { statusListId = '', statusIndex = -1 } = (await awardOf(decisionId)) ?? {}
    const list = await stranger.get(`/status-lists/${statusListId}`)
    expect(await bitOf(list.body, statusIndex)).toBe(1)
    expect(await bitOf(list.body, (statusIndex + 1) % 131_072)).toBe(0)
  })

  it('says so to machines too, once revoked: no praise in title or previews, no indexing', async () => {
    const admin = await anAdmin()
    const student = await aStudent({ in: { id: admin.organizationId } })
    const { id, path } = await anAward(student)
    await publish(student, id, { listed: true })
    const before = await stranger.get(path, asPage)
    expect(before.headers.get('x-robots-tag')).toBeNull()
    expect(before.text).toContain('og:title')

    await admin.client.post(`/api/credentials/${id}/revocation`, { reason: 'error' })
    await settle()

    const { text, status, headers } = await stranger.get(path, asPage)
    expect(status).toBe(200)
    expect(text).toContain('<title>Revoked badge: Collaboration')
    expect(text).not.toContain('property="og:')
    expect(text).not.toContain('name="description"')
    expect(text).toContain('name="robots" content="noindex"')
    expect(headers.get('x-robots-tag')).toBe('noindex')
    for (const file of [
      await stranger.get(`${path}.json`),
      await stranger.get(path, { headers: { accept: 'application/vc' } }),
    ]) {
      expect([file.status, file.headers.get('x-robots-tag')]).toEqual([200, 'noindex'])
    }
    const told = mailbox.filter(
      ({ to, subject }) => to === student.email && /taken back/.test(subject),
    )
    expect(told.map(({ subject }) => subject)).toEqual(['Your badge was taken back: Collaboration'])
  })

  it('costs one read of the database, as a page and as a document', async () => {
    const { path } = await aPublishedBadge()
    for (const accept of ['text/html', 'application/vc']) {
      let reads = 0
      const DB = new Proxy(env.DB, {
        get(database, name) {
          const value = Reflect.get(database, name)
          if (typeof value !== 'function') return value
          return (...inputs: unknown[]) => {
            if (name === 'prepare' || name === 'batch') reads += 1
            return value.apply(database, inputs)
          }
        },
      })
      const answer = await stranger.get(path, { headers: { accept }, env: { DB } })
      expect([answer.status, reads]).toEqual([200, 1])
    }
  })

  it('says when it is over', async () => {
    const { path } = await aPublishedBadge()
    const later = new Date(awardedAt.getTime() + 37 * 31 * 86_400_000)
    const { text } = await stranger.get(path, { ...asPage, at: later })
    expect(text).toContain('This badge expired on')
  })

  it('makes no claims about a badge signed with development keys', async () => {
    const { id } = await aPublishedBadge()
    const found = await findPublicCredential(systemCall(env, 'x'), id)
    if (!found) throw new Error('not found')
    const text = credentialPage(
      { ...found, origin: 'http://localhost:8787' },
      new Date(),
    )(unknownReader)
    expect(text).toContain('This is a demo badge. Badge checkers cannot check it.')
  })
})

describe('PUT /api/credentials/:credentialId/publication', () => {
  it('needs a fresh proof to turn on and none to turn off', async () => {
    const student = await aStudent({ provenMinutesAgo: 11 })
    const { id, path } = await anAward(student)
    expect(await publish(student, id)).toMatchObject({
      status: 403,
      body: { type: '/problems/fresh-proof-needed' },
    })
    await db.update(credentials).set({ publishedAt: awardedAt }).where(eq(credentials.id, id))
    expect((await publish(student, id, { showName: true })).status).toBe(403)
    expect((await publish(student, id, { on: false })).status).toBe(200)
    expect((await stranger.get(path, asPage)).status).toBe(404)
  })

  it('is never for somebody under 18', async () => {
    const student = await aStudent({ birthYear: new Date().getUTCFullYear() - 17 })
    const { id } = await anAward(student)
    expect(await publish(student, id)).toMatchObject({
      status: 403,
      body: { type: '/problems/minors-not-visible' },
    })
  })

  it('is refused when it was changed elsewhere, and leaves an audit entry when it is not', async () => {
    const { student, id } = await aPublishedBadge()
    expect((await publish(student, id)).body).toMatchObject({ type: '/problems/changed-elsewhere' })
    expect((await publish(student, id, { version: 1, listed: true })).body).toEqual({
      on: true,
      showName: false,
      listed: true,
      version: 2,
    })
    const entries = await db.select().from(auditEntries).where(eq(auditEntries.subjectId, id))
    expect(entries.filter(({ action }) => action === 'credential.published')).toHaveLength(2)
  })

  it('keeps no name on the row while it is off', async () => {
    const { student, id } = await aPublishedBadge({ showName: true, listed: true })
    await publish(student, id, { on: false, showName: true, listed: true, version: 1 })
    const [row] = await db.select().from(credentials).where(eq(credentials.id, id))
    expect(row).toMatchObject({ publishedAt: null, shownName: null, listed: false })
  })
})

describe('who may do what', () => {
  it('shows a student their own badges and nobody else’s', async () => {
    const { student, id } = await aPublishedBadge()
    const other = await aStudent({ in: { id: student.organizationId } })
    expect((await student.client.get('/api/credentials')).body.credentials).toMatchObject([
      {
        id,
        skill: 'collaboration',
        level: 3,
        state: 'in-force',
        publication: { on: true, showName: false, listed: false, version: 1 },
        page: `https://mettle.example/credentials/${id}`,
      },
    ])
    expect((await other.client.get('/api/credentials')).body.credentials).toEqual([])
    for (const path of ['', '/document']) {
      expect((await other.client.get(`/api/credentials/${id}${path}`)).status).toBe(404)
    }
    expect((await publish(other, id)).status).toBe(404)
  })

  it('lets only an admin of the programme revoke, freshly proven, once', async () => {
    const { student, id } = await aPublishedBadge()
    const home = { in: { id: student.organizationId } }
    const revoke = (person: Person) =>
      person.client.post(`/api/credentials/${id}/revocation`, { reason: 'error' })
    expect((await revoke(student)).status).toBe(403)
    expect((await revoke(await anAdmin())).status).toBe(404)
    expect((await revoke(await anAdmin({ ...home, provenMinutesAgo: 11 }))).status).toBe(403)
    const admin = await anAdmin(home)
    expect((await revoke(admin)).status).toBe(201)
    expect(await revoke(admin)).toMatchObject({
      status: 409,
      body: { type: '/problems/credential-already-ended' },
    })
  })

  it('lets its holder download the document', async () => {
    const { student, id } = await aPublishedBadge()
    const answer = await student.client.get(`/api/credentials/${id}/document`, {
      headers: { 'sec-fetch-dest': 'document', 'sec-fetch-site': 'same-origin' },
    })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="collaboration-\d{4}-\d\d-\d\d\.json"$/,
    )
  })
})

describe('the documents behind a badge', () => {
  it('lists the keys of a programme at its did:web address', async () => {
    const programme = await aProgramme()
    expect((await stranger.get(`/organizations/${programme.slug}/did.json`)).status).toBe(404)
    await anAward(await aStudent({ in: programme }))
    const { body, headers } = await stranger.get(`/organizations/${programme.slug}/did.json`)
    const did = `did:web:mettle.example:organizations:${programme.slug}`
    expect(headers.get('content-type')).toBe('application/did+json')
    expect(headers.get('cache-control')).toBe('public, max-age=300')
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect(body).toMatchObject({
      id: did,
      assertionMethod: [`${did}#credential-1`, `${did}#status-1`],
    })
    const page = await stranger.get(`/organizations/${programme.slug}`, asPage)
    expect(page.text).toContain(programme.name)
    expect(page.text).toContain(did)
  })

  it('says on the page of a badge and of its issuer that this is a pilot, and only then', async () => {
    const programme = await aProgramme()
    const student = await aStudent({ in: programme })
    const { id, path } = await anAward(student)
    await publish(student, id)
    for (const address of [path, `/organizations/${programme.slug}`]) {
      const usual = await stranger.get(address, asPage)
      expect([usual.status, usual.text]).toEqual([200, expect.not.stringContaining('being tested')])
      const pilot = await stranger.get(address, { ...asPage, env: { PILOT: 'yes' } })
      expect(pilot.text).toContain('<strong>Mettle is being tested here</strong>')
    }
  })

  it('serves a signed list for five minutes to anybody', async () => {
    const { decisionId } = await anAward(await aStudent())
    const { statusListId = '' } = (await awardOf(decisionId)) ?? {}
    const { headers, body } = await stranger.get(`/status-lists/${statusListId}`)
    expect(headers.get('content-type')).toBe('application/json')
    expect(headers.get('cache-control')).toBe('public, max-age=300')
    expect(body.type).toContain('BitstringStatusListCredential')
    expect(body.proof[0].verificationMethod).toMatch(/#status-1$/)
    expect((await stranger.get(`/status-lists/${crypto.randomUUID()}`)).status).toBe(404)
  })

  it('explains a badge: page, file and picture', async () => {
    const { student, id } = await aPublishedBadge()
    const { body } = await student.client.get(`/api/credentials/${id}`)
    const path = new URL(body.achievementPage).pathname
    const page = await stranger.get(path, asPage)
    expect(page.status).toBe(200)
    expect(page.text).toContain('Says who does what')
    expect(page.text.length).toBeLessThanOrEqual(14_000)
    const file = await stranger.get(`${path}.json`)
    expect(file.body).toMatchObject({ ...body.document.credentialSubject.achievement })
    const picture = await stranger.get(`${path}.png`)
    expect([picture.status, picture.headers.get('location')]).toEqual([
      302,
      '/badges/collaboration-3.png',
    ])
  })

  it.each([
    '/credentials/ABC',
    '/credentials/1.json',
    '/status-lists/x',
    '/achievements/x',
    '/organizations/A_b',
  ])('answers 404 to %s', async (path) => {
    expect((await stranger.get(path, asPage)).status).toBe(404)
  })
})

async function bitOf(list: Json, index: number): Promise<number> {
  const packed = list.credentialSubject.encodedList
    .slice(1)
    .replaceAll('-', '+')
    .replaceAll('_', '/')
  const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0))
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))
  const bits = new Uint8Array(await new Response(unpacked).arrayBuffer())
  expect(bits.length).toBe(16_384)
  return ((bits[Math.floor(index / 8)] ?? 0) >> (7 - (index % 8))) & 1
}
