import { env } from 'cloudflare:workers'
import { afterAll, expect, it, vi } from 'vitest'

import { openPerson } from '../../../worker/accounts/account/open-account.ts'
import { accounts } from '../../../worker/accounts/tables.ts'
import { renewIssuerKeys } from '../../../worker/credentials/issuer/renew-issuer-keys.ts'
import { systemCall } from '../../../worker/foundation/call/system-call.ts'
import { reindexAddresses } from '../../../worker/reindex-addresses.ts'
import { endEpochs, findCurrent } from '../../../worker/signer/vault/wrapping-epochs.ts'
import { readRoots } from '../../../worker/signer/vault/wrapping-keys.ts'
import { tidyVault } from '../../../worker/signer/vault/tidy-vault.ts'
import { aDecision, award, awardOf } from '../../support/awards.ts'
import { aStudent, db } from '../../support/builders.ts'
import { Client, envAt, stubs } from '../../support/client.ts'
import { removeOldKeys, rotate } from '../../support/keys.ts'
import { mailbox } from '../../support/mailbox.ts'
import { rotated, signerWith } from '../../support/other-signer.ts'
import { settle } from '../../support/settle.ts'
import { rounds } from '../../support/size.ts'
import { testWrappingKeys } from '../../support/test-keys.ts'

// F18 of the security specification: 0 unreadable, 0 valid codes lost, and nobody doubled.

const [minuteMs, dayMs] = [60_000, 86_400_000]
const at = (ms: number) => new Date(Date.now() + ms)

/** Handles notes, as the Worker does after each request, until something is true. */
async function workUntil(isTrue: () => boolean) {
  while (!isTrue()) await settle()
}

// The signer runs as its own Worker, with the same database and salts.
const vault = { ...env, WRAPPING_KEYS: JSON.stringify(testWrappingKeys) }
const errors = vi.spyOn(console, 'error')
afterAll(() => {
  errors.mockRestore()
  for (const name of ['SIGNER', 'SIGN_IN_PEPPER', 'EMAIL_INDEX_KEY'] as const) delete stubs[name]
})

const codesFor = (address: string) =>
  mailbox.flatMap(({ to, text }) =>
    to === address ? (/is ([0-9A-Z]{8})\./.exec(text)?.[1] ?? []) : [],
  )

/** Two browsers ask at once for one address, and each signs in with the code that it was mailed. */
async function signInTwice(email: string): Promise<string[]> {
  const browsers = [new Client(), new Client()]
  const before = codesFor(email).length
  for (const asked of await Promise.all(
    browsers.map((each) => each.post('/api/sign-ins', { email })),
  )) {
    expect(asked.status).toBe(202)
  }
  await workUntil(() => codesFor(email).length >= before + 2)
  const codes = codesFor(email).slice(before)
  // Keys are changed between the mail and the use of the code.
  const until = Date.now() + Math.random() * 1500
  await workUntil(() => Date.now() > until)
  const ids = browsers.map(async (browser) => {
    // A mail does not say which browser asked. One of the two codes is this one's.
    const answers = []
    for (const code of codes) {
      const sharedComputer = false
      answers.push(
        (await browser.post('/api/session', { by: 'code', code, sharedComputer })).status,
      )
      if (answers.at(-1) === 201) break
    }
    expect(answers.at(-1)).toBe(201)
    return (await browser.get('/api/account')).body.id as string
  })
  return Promise.all(ids)
}

async function rename(client: Client, name: string): Promise<void> {
  const { version } = (await client.get('/api/account')).body
  const body = { name, language: 'en', birthYear: 1998, version }
  expect(await client.put('/api/account', body)).toMatchObject({ status: 200 })
  expect((await client.get('/api/account')).body.name).toBe(name)
}

it('keys are changed while people sign in, write, read and earn badges', async () => {
  const students = await Promise.all(Array.from({ length: 6 }, () => aStudent()))
  const decisions = await Promise.all(students.map((student) => aDecision(student)))
  const strangers = Array.from({ length: 6 }, () => `${crypto.randomUUID()}@people.example`)
  const inRounds = async (work: (round: number) => Promise<unknown>) => {
    for (let round = 0; round < rounds; round++) await work(round)
  }

  let turn = 0
  const load = [
    ...students.map(({ client, id }) =>
      inRounds((round) => rename(client, `Name ${round} of ${id.slice(0, 8)}`)),
    ),
    ...[...strangers, ...students.slice(0, 3).map(({ email }) => email)].map((email) =>
      inRounds(async (round) => {
        if (round > 1) return
        const [one, other] = await signInTwice(email)
        expect(one).toBe(other)
      }),
    ),
    ...decisions.map(async (decision, index) => {
      await workUntil(() => turn >= index)
      await award(decision, crypto.randomUUID(), envAt())
      await settle()
    }),
  ]

  // An epoch that has served its time, the next one, and the wrapping again.
  await tidyVault(vault, at(-29 * dayMs - 11 * minuteMs))
  await tidyVault(vault, at(-11 * minuteMs))
  stubs.SIGNER = signerWith(rotated)
  await renewIssuerKeys(envAt(), at(0))
  rotate('SIGN_IN_PEPPER', at(1000))
  rotate('EMAIL_INDEX_KEY', at(1500))
  for (; turn < 6; turn++) {
    await tidyVault(vault, at(0))
    await reindexAddresses(envAt(), at(0))
    if (turn === 3) await renewIssuerKeys(envAt(), at(11 * minuteMs))
    if (turn === 4) rotate('SIGN_IN_PEPPER', at(1000))
    const next = Date.now() + 500
    await workUntil(() => Date.now() > next)
  }
  await Promise.all(load)

  // What the clock does in the days after: then the old keys are removed.
  await tidyVault(vault, at(0))
  const roots = readRoots(vault.WRAPPING_KEYS)
  if (!roots) throw new Error('There are roots.')
  const { wrappingId } = await findCurrent(env.VAULT_DB, roots, at(0))
  await endEpochs(vault, wrappingId, at(7 * dayMs + minuteMs))
  expect((await env.WRAPPING_SALTS.list()).keys.map(({ name }) => name)).toEqual([wrappingId])
  for (let left = 1; left > 0;) {
    await reindexAddresses(envAt(), at(2000))
    left = (await db.select().from(accounts)).filter(
      ({ emailIndexKey }) => emailIndexKey === '1',
    ).length
  }
  for (const name of ['SIGN_IN_PEPPER', 'EMAIL_INDEX_KEY'] as const) removeOldKeys(name)

  const call = systemCall(envAt(), crypto.randomUUID())
  const all = await db.select().from(accounts)
  const opened = await Promise.all(all.map((row) => openPerson(call, row.id, row)))
  const addresses = opened.map(({ email }) => email)
  expect(new Set(addresses).size).toBe(addresses.length)
  for (const email of [...strangers, ...students.map((student) => student.email)]) {
    expect(addresses).toContain(email)
  }
  for (const decision of decisions)
    expect(await awardOf(decision)).toMatchObject({ state: 'signed' })
  // Each address still leads to its account, under the new keys alone.
  const again = await signInTwice(students[5]?.email ?? '')
  expect(again).toEqual([students[5]?.id, students[5]?.id])
  expect(
    errors.mock.calls.flat().filter((line) => /broken|not-opened|failed/.test(String(line))),
  ).toEqual([])
})
