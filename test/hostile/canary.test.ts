import { env } from 'cloudflare:workers'
import { beforeAll, expect, it, vi } from 'vitest'

import { askOf, doorNames, liftRateLimits, rightful, send } from '../support/traffic.ts'
import { Client } from '../support/client.ts'
import { signIn, theWorld } from '../support/traffic/world.ts'
import { openAll } from '../support/unseal.ts'
import { aProgramme, aStudent } from '../support/builders.ts'
import { aDeliveredRequest } from '../support/interviewing.ts'
import { aChallenge, aPeer, aSubmission, reviewAs } from '../support/reviews.ts'
import { mailbox } from '../support/mailbox.ts'
import { settle } from '../support/settle.ts'

liftRateLimits()

/** Everything that the Worker logged, lower-cased. */
const logged: string[] = []
for (const level of ['log', 'info', 'warn', 'error'] as const) {
  vi.spyOn(console, level).mockImplementation((line: unknown) => {
    logged.push(String(line).toLowerCase())
  })
}

/** Openings are published: a request repeats the title and duties of one. */
const published = new Set(['opening_versions'])

beforeAll(async () => {
  const stranger = await signIn((await theWorld()).people['admin elsewhere'])
  for (const door of doorNames) {
    const ask = await askOf(door)
    // Refused first, with what it would have sent: refusals are logged.
    await send(new Client(), door, ask)
    await send(stranger, door, ask)
    await send(await rightful(ask), door, ask)
    await ask.after?.()
  }
  const challenge = await aChallenge()
  const home = await aProgramme()
  await aSubmission(await aStudent({ in: home }), challenge)
  const peer = await aPeer(home, challenge)
  await reviewAs(peer, challenge, { comment: 'The plan names who carries the last box.' })
  const { student, path } = await aDeliveredRequest()
  const message = { words: 'Could I have the questions a day before?', topic: 'adjustment' }
  await student.client.post(`${path}/messages`, message)
  await settle()
})

/** Every row of every table, as JSON, without the sealed cells themselves. */
async function clearRows(): Promise<{ table: string; row: string }[]> {
  const { results: tables } = await env.DB.prepare(
    `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
       AND name NOT LIKE '\\_cf\\_%' ESCAPE '\\' AND name <> 'd1_migrations'`,
  ).all<{ name: string }>()
  const rows = await Promise.all(
    tables.map(async ({ name: table }) => {
      const { results } = await env.DB.prepare(`SELECT * FROM ${table}`).all()
      return results.map((row) => {
        const clear = Object.entries(row).filter(([, value]) => !String(value).startsWith('1|'))
        return { table, row: JSON.stringify(clear).toLowerCase() }
      })
    }),
  )
  return rows.flat()
}

/** The texts in a cell: itself, or the leaves of its JSON. Short ones would be found by chance. */
function textsIn(plain: string): string[] {
  const leaves = (value: unknown): string[] => {
    if (typeof value === 'string') return [value]
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : []
  }
  const texts = /^[{[]/.test(plain) ? leaves(JSON.parse(plain)) : [plain]
  return texts.filter((text) => /[ @]/.test(text) && text.length > 6)
}

it('no name, address, answer, comment or message is stored in clear', async () => {
  const cells = await openAll()
  const named = new Set(cells.map(({ place }) => place))
  for (const place of ['accounts.name', 'accounts.email', 'drafts.text', 'submissions.answers'])
    expect(named).toContain(place)
  for (const place of ['reviews.worked', 'ratings.reason', 'request_messages.words'])
    expect(named).toContain(place)
  const rows = (await clearRows()).filter(({ table }) => !published.has(table))
  expect(rows.length).toBeGreaterThan(500)

  const found = cells.flatMap(({ place, plain }) =>
    textsIn(plain).flatMap((text) => {
      const part = JSON.stringify(text).slice(1, -1).toLowerCase()
      return rows.filter(({ row }) => row.includes(part)).map(({ table }) => `${place} in ${table}`)
    }),
  )
  expect([...new Set(found)]).toEqual([])
})

it('no log line holds any of it, and none holds a cookie or a code', async () => {
  expect(logged.length).toBeGreaterThan(20)
  const texts = new Set((await openAll()).flatMap(({ plain }) => textsIn(plain)))
  const found = logged.filter((line) =>
    [...texts].some((text) => line.includes(JSON.stringify(text).slice(1, -1).toLowerCase())),
  )
  expect(found).toEqual([])
  for (const line of logged) expect(line).not.toMatch(/__host|[?&]code=|@[a-z-]+\.example/)
})

/** What the calendar file of an interview says to both sides: who, where, whom to ask. */
const ofInterview = new Set(['request_editions.content', 'bookings.location', 'bookings.contact'])

it('a mail holds only what is its addressee’s own, or what an interview told them', async () => {
  expect(mailbox.length).toBeGreaterThan(20)
  const cells = (await openAll()).flatMap(({ place, plain }) =>
    textsIn(plain).map((text) => ({ place, text })),
  )
  // Titles and duties of openings are published.
  const openings = JSON.stringify(
    (await env.DB.prepare('SELECT content FROM opening_versions').all()).results,
  )
  const found = mailbox.flatMap(({ to, subject, text, attachment }) => {
    const whole = [subject, text, attachment?.content].join('\n')
    return cells
      .filter(
        (cell) => cell.text !== to && !openings.includes(cell.text) && whole.includes(cell.text),
      )
      .filter(({ place }) => !(attachment && ofInterview.has(place)))
      .map(({ place, text: kept }) => `${place}: ${kept}`)
  })
  expect(new Set(found)).toEqual(new Set([]))
})

it('every sealed cell is sealed', async () => {
  const cells = await openAll()
  expect(cells.filter(({ sealed }) => !sealed).map(({ place }) => place)).toEqual([])
})

it('the vault stores no text and no key in clear', async () => {
  const { results } = await env.VAULT_DB.prepare('SELECT * FROM owner_keys').all<{
    owner: string
    wrapped: string
  }>()
  expect(results.length).toBeGreaterThan(20)
  for (const { owner, wrapped } of results) {
    expect(owner).toMatch(/^(?:account|organization):[0-9a-f-]{36}$|^day:[\d-]{10}$/)
    expect(wrapped).toMatch(/^[\w-]{80}$/)
  }
})
