import { env } from 'cloudflare:workers'
import { beforeAll, expect, it } from 'vitest'

import { personalRows } from '../../../worker/insights/personal/register.ts'
import { exportOf, rowsIn } from '../../support/archive.ts'
import { aProgramme, aStudent, type Person } from '../../support/builders.ts'
import { aVisibleStudent } from '../../support/hiring.ts'
import { plantRareRows } from '../../support/rare-rows.ts'
import {
  aChallenge,
  aPeer,
  aReview,
  aSubmission,
  claimAs,
  later,
  reviewAs,
} from '../../support/reviews.ts'
import { settle } from '../../support/settle.ts'
import { askOf, doorNames, liftRateLimits, rightful, send } from '../../support/traffic.ts'
import { people, signIn, theWorld } from '../../support/traffic/world.ts'
import { openAll } from '../../support/unseal.ts'

liftRateLimits()

interface Own {
  name: string
  id: string
  files: Record<string, string>
  text: string
}

/** The exports of everyone in the world, after each door was used and each note was answered. */
const exports: Own[] = []

beforeAll(async () => {
  for (const door of doorNames) {
    const ask = await askOf(door)
    await send(await rightful(ask), door, ask)
    await ask.after?.()
  }
  await settle()
  const world = await theWorld()
  const reviewer = await aReviewer()
  const visible = await aVisibleStudent({ in: world.home })
  await plantRareRows()
  await plantMore(visible.id)
  await env.DB.prepare('DELETE FROM counters').run()
  const clients = people
    .filter((name) => name !== 'disabled')
    .map((name) => ({ name, id: world.people[name].id, client: signIn(world.people[name]) }))
  for (const { name, id, client } of [
    ...clients,
    { name: 'visible student', id: visible.id, client: Promise.resolve(visible.client) },
    { name: 'reviewer', id: reviewer.id, client: Promise.resolve(reviewer.client) },
  ]) {
    const files = await exportOf(await client)
    exports.push({ name, id, files, text: Object.values(files).join('\n') })
  }
})

/** Somebody who has handed in one review and begun another. */
async function aReviewer(): Promise<Person> {
  const [challenge, home] = [await aChallenge(), await aProgramme()]
  for (const author of [await aStudent({ in: home }), await aStudent({ in: home })])
    await aSubmission(author, challenge)
  const peer = await aPeer(home, challenge)
  await reviewAs(peer, challenge)
  const claimId = await claimAs(peer, challenge, later(new Date(), { minutes: 5 }))
  const draft = { ...aReview(), version: 0 }
  const saved = await peer.client.put(`/api/claims/${claimId}/draft`, draft)
  expect(saved.status, saved.text).toBe(200)
  return peer
}

/** Rows that no door leaves behind for somebody who can still sign in. */
async function plantMore(accountId: string): Promise<void> {
  for (const sql of [
    `INSERT INTO mail_refusals (email_index, organization_id, at) SELECT email_index, NULL, ?2 FROM accounts WHERE id = ?1`,
    `INSERT INTO mail_suppressions SELECT email_index, email_index_key, 'bounced', ?2 FROM accounts WHERE id = ?1`,
    `INSERT INTO credential_ends SELECT id, 'revoked', 'error', ?2 FROM credentials WHERE student_id = ?1`,
    `INSERT INTO revision_plans SELECT id, 2, 1, '0|You asked nobody.', '0|I ask both of them first.'
       FROM attempts WHERE student_id = ?1 AND ?2 > 0 LIMIT 1`,
  ])
    await env.DB.prepare(sql).bind(accountId, Date.now()).run()
}

const exported = personalRows.filter(({ exported: columns }) => !('not' in columns))

it('has every row of every part of the register', async () => {
  const wrong: string[] = []
  for (const { name, id, files } of exports) {
    for (const { table, topic, of, exportedIf = '1' } of exported) {
      const count = await env.DB.prepare(
        `SELECT count(*) AS n FROM ${table} WHERE (${of}) AND (${exportedIf}) AND ?2 > 0`,
      )
        .bind(id, Date.now())
        .first<number>('n')
      const { length } = rowsIn(files, topic === 'technical' ? 'audit' : topic, table)
      if (length !== count) wrong.push(`${name}, ${topic} ${table}: ${length} of ${count}`)
    }
  }
  expect(wrong).toEqual([])
})

it('shows every part of the register to somebody', () => {
  const isShown = ({ table, topic }: (typeof exported)[number]) =>
    exports.some(
      ({ files }) => rowsIn(files, topic === 'technical' ? 'audit' : topic, table).length > 0,
    )
  expect(
    exported.filter((part) => !isShown(part)).map(({ table, topic }) => `${topic} ${table}`),
  ).toEqual([])
})

/**
 * Words about the answers of somebody else. Authors read them only after the decision, and without
 * their writer: export-privacy.test.ts.
 */
const aboutAnswers = /^(reviews|ratings|review_drafts|plan_comments)\./
/** A text as it is in JSON. */
const escaped = (text: string) => JSON.stringify(text).slice(1, -1)

function leavesOf(plain: string): string[] {
  const leaves = (value: unknown): string[] => {
    if (typeof value === 'string') return [value]
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : []
  }
  return /^[{[]/.test(plain) ? leaves(JSON.parse(plain)) : [plain]
}

it('has every sealed text of its person, and no name, address or text of anybody else', async () => {
  const cells = (await openAll()).flatMap(({ place, text, plain }) => {
    const [, owner = ''] = /^1\|account:([^|]+)\|/.exec(text) ?? []
    // Short texts would be found by chance.
    return leavesOf(plain)
      .filter((leaf) => leaf.length > 6 && owner !== '')
      .map((leaf) => ({ place, owner, leaf }))
  })
  const missing: string[] = []
  const foreign: string[] = []
  let found = 0
  for (const { name, id, text } of exports) {
    const own = cells.filter(({ owner }) => owner === id).map(({ leaf }) => leaf)
    for (const { place, owner, leaf } of cells) {
      if (aboutAnswers.test(place)) continue
      const isThere = text.includes(escaped(leaf))
      if (owner === id && isThere) found++
      if (owner === id && !isThere) missing.push(`${name} lacks ${place}: ${leaf}`)
      // The people of the tests write the same texts.
      const isOwnToo = own.some((each) => each.includes(leaf))
      if (owner !== id && isThere && !isOwnToo) foreign.push(`${name} has ${place}: ${leaf}`)
    }
  }
  expect(found).toBeGreaterThan(40)
  expect([missing, foreign]).toEqual([[], []])
})
