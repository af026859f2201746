import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'

import { unknownReader } from '../../worker/foundation/reader/languages.ts'
import { systemCall } from '../../worker/foundation/call/system-call.ts'
import { html } from '../../worker/http/html.ts'
import { publishChallengeVersion } from '../../worker/scenarios/publish/publish-challenge-version.ts'
import { anAward } from '../support/awards.ts'
import { aProgramme, aStudent } from '../support/builders.ts'
import { Client } from '../support/client.ts'
import { aPublication } from '../support/small-challenge.ts'
import { liftRateLimits } from '../support/traffic.ts'
import { sql } from '../support/traffic/rows.ts'
import { asText, payloads, readMarkup } from './payloads.ts'

liftRateLimits()

const stranger = new Client()
const asPerson = { headers: { accept: 'text/html' } }

/** Every page of the Worker that shows words typed by people. */
interface Pages {
  credential: string
  achievement: string
  issuer: string
  challenge: string
  catalogue: string
}

/** A programme, its student, badge and challenge, all named with this text. */
async function everythingCalled(text: string): Promise<Pages> {
  const home = await aProgramme({ name: text })
  const student = await aStudent({ in: home, name: text })
  const { id } = await anAward(student, { title: text, wording: text })
  const shown = { on: true, showName: true, listed: true, version: 0 }
  const published = await student.client.put(`/api/credentials/${id}/publication`, shown)
  if (published.status !== 200) throw new Error(published.text)
  const file = await student.client.get(`/api/credentials/${id}/document`)
  expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.-]+"$/)

  const { achievement_id: achievementId } = (await env.DB.prepare(
    'SELECT achievement_id FROM credentials WHERE id = ?',
  )
    .bind(id)
    .first<{ achievement_id: string }>()) ?? { achievement_id: '' }
  return {
    credential: `/credentials/${id}`,
    achievement: `/achievements/${achievementId}`,
    issuer: `/organizations/${home.slug}`,
    challenge: `/challenges/${await aChallengeCalled(text)}`,
    catalogue: '/challenges',
  }
}

async function aChallengeCalled(text: string): Promise<string> {
  const { version, outline } = aPublication(`told-${crypto.randomUUID().slice(0, 8)}`)
  const { challenge, rubric } = version
  const name = text.slice(0, 60)
  const level = { words: text, indicators: { '1a': text, '1b': text, '1c': text } }
  const levels = { 1: level, 2: level, 3: level, 4: level }
  const criteria = rubric.criteria.map((each) => ({
    ...each,
    name,
    description: text,
    levels,
  }))
  const called = {
    ...version,
    challenge: { ...challenge, title: text, summary: text },
    rubric: { ...rubric, name, description: text, criteria },
  } as typeof version
  await publishChallengeVersion(systemCall(env, crypto.randomUUID()), { version: called, outline })
  return challenge.id
}

const names = ['credential', 'achievement', 'issuer', 'challenge', 'catalogue'] as const

describe('a text that looks like markup', () => {
  const usual = new Map<string, Set<string>>()

  beforeAll(async () => {
    const pages = await everythingCalled('Quite usual words')
    for (const name of names) {
      const { text, status } = await stranger.get(pages[name], asPerson)
      expect([name, status]).toEqual([name, 200])
      usual.set(name, (await readMarkup(text)).kinds)
    }
  })

  it.each(payloads)('is text on every page of the Worker: %s', async (payload) => {
    const pages = await everythingCalled(payload)
    for (const name of names) {
      const { text, status } = await stranger.get(pages[name], asPerson)
      expect([name, status]).toEqual([name, 200])
      const { kinds, wrong } = await readMarkup(text)
      expect([name, wrong]).toEqual([name, []])
      expect([name, [...kinds].filter((kind) => !usual.get(name)?.has(kind))]).toEqual([name, []])
      expect([name, text.includes(asText(payload))]).toEqual([name, true])
    }
    // Retired, because the next payload's pages would also list this challenge.
    await sql("UPDATE challenges SET retired_at = 1 WHERE id LIKE 'told-%'")
  })

  it.each(payloads)('is text in an element and in an attribute: %s', async (payload) => {
    const markup = html`<p title="${payload}">${payload}${[payload]}</p>`.for(unknownReader)
    const { kinds, wrong } = await readMarkup(markup)
    expect({ kinds: [...kinds], wrong }).toEqual({ kinds: ['p title'], wrong: [] })
    const text = asText(payload)
    expect(markup).toBe(`<p title="${text}">${text}${text}</p>`)
  })

  it.each(payloads)(
    'does not end the script element with the page’s first answers: %s',
    async (payload) => {
      const student = await aStudent({ name: payload })
      const { text, status } = await student.client.get('/settings', { env: { ASSETS: assets } })
      expect(status).toBe(200)
      const [, json = '', ...more] = text.split(/<script[^>]*>|<\/script>/)
      expect(more).toEqual(['</body></html>'])
      expect(JSON.parse(json)['/api/session'].account.name).toBe(payload)
      expect(json).not.toContain('<')
    },
  )
})

const page = { path: '/settings', who: 'account', files: [], first: ['/api/account'] }

/** A short version of what a build writes. */
const assets = {
  fetch: (address: string) =>
    Promise.resolve(
      address.endsWith('/pages.json')
        ? Response.json({ pages: [page] })
        : new Response('<!doctype html><html><head></head><body></body></html>', {
            headers: { 'content-type': 'text/html' },
          }),
    ),
} as unknown as typeof env.ASSETS
