import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'

import { declaredProblems } from '../../../worker/foundation/call/problem.ts'
import { systemCall } from '../../../worker/foundation/call/system-call.ts'
import { retireChallenge } from '../../../worker/scenarios/publish/retire-challenge.ts'
import { newToken } from '../../../worker/accounts/session/session.ts'
import { aMentor, aStudent } from '../../support/builders.ts'
import { theOperator } from '../../support/hiring.ts'
import { Client } from '../../support/client.ts'
import { aChallenge } from '../../support/playing.ts'

const stranger = new Client()
const asPerson = { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } }

const addresses = [
  '/',
  '/how-it-works',
  '/for-mentors',
  '/for-employers',
  '/privacy',
  '/privacy/record',
  '/privacy/breach',
  '/accessibility',
  '/challenges',
  '/service',
  '/service?code=11B20',
  '/service?code=99Z&branch=navy',
  '/problems',
  '/problems/not-found',
]

/** The size of a text in kB, gzipped, as the budgets count. */
async function zipped(text: string): Promise<number> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))
  return (await new Response(stream).arrayBuffer()).byteLength / 1000
}

describe.each(addresses)('GET %s', (address) => {
  it('is a page that anybody can read, without a script or a style of its own', async () => {
    const { status, text, headers } = await stranger.get(address, asPerson)
    expect(status).toBe(200)
    expect(headers.get('content-type')).toMatch(/^text\/html; ?charset=utf-8$/i)
    expect(headers.get('cache-control')).toBe('no-cache')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(text).not.toMatch(/<script|<style|\son\w+="|\sstyle="/)
  })

  it('has one heading, a title, a language and a skip link', async () => {
    const { text } = await stranger.get(address, asPerson)
    expect(text.match(/<h1[\s>]/g)).toHaveLength(1)
    expect(text).toMatch(/<title>[^<]+<\/title>/)
    expect(text).toContain('<html lang="en">')
    expect(text).toContain('href="#main"')
    expect(text).toContain('id="main"')
  })

  it('labels every section by an existing heading, and has no id twice', async () => {
    const { text } = await stranger.get(address, asPerson)
    const ids = [...text.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const [, id] of text.matchAll(/aria-labelledby="([^"]+)"/g)) expect(ids).toContain(id)
    for (const [, id] of text.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(id)
  })

  it('stays under 14 kB', async () => {
    const { text } = await stranger.get(address, asPerson)
    expect(await zipped(text)).toBeLessThan(14)
  })

  it('links to pages that exist', async () => {
    const { text } = await stranger.get(address, asPerson)
    const links = [...text.matchAll(/href="(\/[^"#?]*)/g)].map(([, path = '']) => path)
    const ours = [...new Set(links)].filter((path) => addresses.includes(path) || isOurs(path))
    expect(ours.length).toBeGreaterThan(4)
    for (const path of ours)
      expect([path, (await stranger.get(path, asPerson)).status]).toEqual([path, 200])
  })
})

const isOurs = (path: string) => /^\/(?:challenges|problems)\/[\w-]+$/.test(path)

/** The words of the menu, in order. */
const menuIn = (text = '') =>
  (/<nav [\s\S]*?<\/nav>/.exec(text)?.[0] ?? '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

describe('the menu', () => {
  it('is the reader’s own on every page, in the order and words of the app', async () => {
    const admin = await theOperator()
    const student = await aStudent({ name: 'Leila & Haddad' })
    for (const path of [...addresses, '/challenges/no-such-challenge']) {
      const [one, other] = await Promise.all(
        [student, admin].map(({ client }) => client.get(path, asPerson)),
      )
      expect([path, menuIn(one?.text)]).toEqual([
        path,
        'Home Challenges Reviews Badges Visibility Interviews',
      ])
      expect([path, menuIn(other?.text)]).toEqual([
        path,
        'Home Cohorts People Approvals Operations Audit trail',
      ])
      expect(one?.text).toMatch(/href="\/settings"[\s\S]*Leila &amp; Haddad<\/span/)
      expect(one?.text).not.toContain('href="/sign-in"')
      expect(one?.headers.get('cache-control')).toBe('private, no-store')
      expect(one?.headers.get('vary')).toContain('Cookie')
    }
  })

  it('is the same for strangers everywhere, and for a session that is over', async () => {
    const over = new Client(newToken())
    for (const path of [...addresses, '/challenges/no-such-challenge']) {
      const [one, other] = await Promise.all(
        [stranger, over].map((client) => client.get(path, asPerson)),
      )
      expect([path, menuIn(one?.text)]).toEqual([path, 'Challenges How it works For employers'])
      expect(one?.text).toContain('href="/sign-in"')
      expect(other?.text).toBe(one?.text)
    }
  })

  it('marks the current page', async () => {
    const { text } = await stranger.get('/how-it-works')
    expect(text).toMatch(/<a href="\/how-it-works"\s+aria-current="page">/)
  })
})

describe('GET /challenges', () => {
  it('shows what can be begun, and no longer what was retired', async () => {
    const { id } = await aChallenge()
    const before = await stranger.get('/challenges', asPerson)
    expect(before.text).toContain(`href="/challenges/${id}"`)

    await retireChallenge(systemCall(env, crypto.randomUUID()), id)
    const after = await stranger.get('/challenges', asPerson)
    expect(after.text).not.toContain(`href="/challenges/${id}"`)
    expect((await stranger.get(`/challenges/${id}`, asPerson)).status).toBe(404)
  })

  it('shows one skill by a plain link, and says when that skill has nothing yet', async () => {
    const { id } = await aChallenge()
    const one = await stranger.get('/challenges?skill=collaboration', asPerson)
    expect(one.text).toContain(`href="/challenges/${id}"`)
    expect(one.text).toMatch(/skill=collaboration"\s+aria-current="page">/)

    const none = await stranger.get('/challenges?skill=resilience', asPerson)
    expect(none.status).toBe(200)
    expect(none.text).toContain('No challenge in resilience yet')
    expect(none.text).not.toContain(`href="/challenges/${id}"`)
  })

  it('has no ninth skill', async () => {
    expect((await stranger.get('/challenges?skill=charm', asPerson)).status).toBe(404)
  })
})

describe('GET /challenges/:challengeId', () => {
  it('says how long it takes, the rubric and who judges, before anybody begins', async () => {
    const { id } = await aChallenge()
    const { status, text } = await stranger.get(`/challenges/${id}`, asPerson)
    expect(status).toBe(200)
    expect(text).toContain(`href="/start/${id}"`)
    expect(text).toContain('about 11 minutes')
    expect(text).toContain('you review up to 5 answers by others')
    expect(text).toContain('you can change your answers and hand in again within 30 days')
    expect(text.match(/<details/g)).toHaveLength(4)
    expect(text.match(/data-level="3"/g)).toHaveLength(4)
    expect(text).toContain('New: still being tested')
    expect(await zipped(text)).toBeLessThan(14)
  })

  it('promises no date, because the reader’s programme may have nobody who can decide', async () => {
    const { id } = await aChallenge()
    for (const address of [`/challenges/${id}`, '/challenges']) {
      const { text } = await stranger.get(address, asPerson)
      const words = text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
      // Every mention of days until a decision must name the mentor that it takes.
      const said = words.match(/[^.<>]*\b7 days\b[^.]*\./g) ?? []
      expect(said.length).toBeGreaterThan(0)
      for (const sentence of said) expect(sentence).toMatch(/mentor/)
    }
    const { text } = await stranger.get(`/challenges/${id}`, asPerson)
    expect(text).toContain('Without such a mentor, we have no date')
  })

  it('shows neither the story nor what its choices are evidence of', async () => {
    const { id } = await aChallenge()
    const { text } = await stranger.get(`/challenges/${id}`, asPerson)
    expect(text).not.toContain('ask-amara')
    expect(text).not.toContain('Amara has the key')
    expect(text).not.toContain('Looks for more hands')
  })

  it('costs one read of the database', async () => {
    const { id } = await aChallenge()
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
    await stranger.get(`/challenges/${id}`, { ...asPerson, env: { DB } })
    expect(reads).toBe(1)
  })
})

describe('an unknown address', () => {
  it.each(['/challenges/no-such-challenge', '/challenges/Not_An_Id', '/problems/no-such-problem'])(
    'is a helpful page for a person and a problem for a program: %s',
    async (path) => {
      const page = await stranger.get(path, asPerson)
      expect(page.status).toBe(404)
      expect(page.headers.get('content-type')).toMatch(/^text\/html/i)
      expect(page.text).toContain('Page not found')
      expect(page.text).toContain('href="/challenges"')

      const problem = await stranger.get(path)
      expect(problem.status).toBe(404)
      expect(problem.body).toMatchObject({ type: '/problems/not-found', status: 404 })
    },
  )

  it('repeats nothing of the request', async () => {
    const { text } = await stranger.get('/challenges/canary-8f3a', asPerson)
    expect(text).not.toContain('canary')
  })
})

describe('GET /problems/:type', () => {
  it('has a page in words behind every refusal the Worker can give', async () => {
    const kinds = [...declaredProblems().values()].filter(({ type }) => type !== 'not-found')
    expect(kinds.length).toBeGreaterThan(60)
    for (const { type, title } of kinds) {
      const { status, text } = await stranger.get(`/problems/${type}`, asPerson)
      expect([type, status]).toEqual([type, 200])
      expect(text).toContain(title.replaceAll("'", '&#39;'))
    }
  })

  it('starts with what people meet, and names what only programs send at the end', async () => {
    const { text } = await stranger.get('/problems', asPerson)
    const shown = text.slice(0, text.indexOf('<details'))
    expect(shown).toContain('This code is not right.')
    expect(shown).toContain('Sign out, then sign in with the email address that got the invitation')
    expect(shown).toContain('href="mailto:')
    expect(shown).not.toMatch(/Idempotency|<table/)
    // The page lists only types that exist and have words.
    expect(shown.match(/<dt>/g)).toHaveLength(20)
  })

  it('lists them all', async () => {
    const { text } = await stranger.get('/problems', asPerson)
    for (const type of declaredProblems().keys()) expect(text).toContain(`/problems/${type}"`)
  })
})

describe('what machines look for', () => {
  it('lets crawlers read all but the API', async () => {
    const { status, text } = await stranger.get('/robots.txt')
    expect(status).toBe(200)
    expect(text).toBe('User-agent: *\nDisallow: /api/\n')
  })

  it('says where to report a vulnerability, and never expires', async () => {
    const now = new Date('2026-11-20T09:00:00Z')
    const { status, text } = await stranger.get('/.well-known/security.txt', { at: now })
    expect(status).toBe(200)
    expect(text).toContain('Contact: mailto:hello@mettle.example\n')
    // The clock of a request runs on while it is answered.
    expect(text).toMatch(/Expires: 2027-05-19T09:00:\d\d\.\d{3}Z\n/)
  })
})

it('the page for mentors leads a mentor to their reviews, and others to joining', async () => {
  const asked = async (client: Client) => (await client.get('/for-mentors', asPerson)).text
  const mentor = await asked((await aMentor()).client)
  expect(mentor).toContain('href="/reviews">To your reviews')
  expect(mentor).not.toContain('Join as a mentor')
  for (const client of [stranger, (await aStudent()).client])
    expect(await asked(client)).toMatch(/href="\/join\?as=mentor"\s*>Join as a mentor/)
})
