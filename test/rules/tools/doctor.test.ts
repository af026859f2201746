import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, describe, expect, it } from 'vitest'

import { examine } from '../../../tools/doctor/examine.ts'
import {
  Computer,
  commit,
  everyAnswer,
  healthy,
  root,
  serve,
} from '../../support/wrangler/repository.ts'

const host = 'mettle.college.example'
const id = `did:web:${host}:organizations:riverside`
const instance = await serve({ '/health': healthy, '/organizations/riverside/did.json': { id } })
afterAll(() => instance.stop())

const now = Date.now()
const day = 86_400_000
const mailTable = `CREATE TABLE IF NOT EXISTS mail_outcomes (mail_id TEXT, at INTEGER, sort TEXT, carrier TEXT,
  outcome TEXT, email_index TEXT, email_index_key TEXT)`
const aMail = (outcome: string) =>
  `INSERT INTO mail_outcomes (mail_id, at, sort, carrier, outcome, email_index, email_index_key)
   VALUES ('m-${outcome}', ${now}, 'code', 'platform', '${outcome}', 'i', '1')`
const anIssuerKey = (at: number) => `PRAGMA foreign_keys = off;
  INSERT INTO issuers (organization_id, did, origin, slug, name, url)
    VALUES ('o', '${id}', 'https://${host}', 'riverside', 'Riverside', 'https://${host}/x');
  INSERT INTO issuer_keys (did, purpose, generation, public_key_multibase, listed_at, active_at)
    VALUES ('${id}', 'credential', '1', 'z6Mk', ${at}, ${at})`
const aBackup = (at: number) => `INSERT INTO operation_times (name, at) VALUES ('backup', ${at})
  ON CONFLICT (name) DO UPDATE SET at = excluded.at`

/** An instance with a fresh backup, of which there is nothing to say. */
async function healthyInstance() {
  const computer = new Computer(instance.address)
  await computer.deploy(everyAnswer)
  computer.inDatabase('mettle', mailTable)
  computer.inDatabase('mettle', aBackup(now - day / 2))
  return computer
}

async function doctor(computer: Computer) {
  const [before, calls] = [computer.printed.length, computer.calls.length]
  const code = await examine(computer.place, now)
  const text = computer.printed.slice(before).join('\n')
  return { code, text, calls: computer.calls.slice(calls).map((args) => args.join(' ')) }
}

describe('npm run doctor', () => {
  it('says that everything is good, and changes nothing', async () => {
    const computer = await healthyInstance()
    computer.inDatabase('mettle', aMail('sent'))
    const known = computer.cloudflare
    const { code, text, calls } = await doctor(computer)
    expect([text.match(/NOT GOOD.*/g), code]).toEqual([null, 0])
    expect(text).toContain('1 mails were sent in 24 hours')
    expect(computer.cloudflare).toEqual(known)
    const reads =
      /^(?:whoami|deploy .*--dry-run|d1 (?:execute .*--command SELECT|info)|deployments status|versions view)/
    expect(calls.filter((call) => !reads.test(call))).toEqual([])
  })

  it.each<[string, (computer: Computer) => void, RegExp]>([
    [
      'work that was given up',
      (computer) =>
        computer.inDatabase(
          'mettle',
          `INSERT INTO outbox (id, kind, consumer, lane, subject_id, payload, due_at, first_due_at, dead_at)
           VALUES ('n', 'decision.made', 'tell', 1, 's', '{}', 0, 0, 1)`,
        ),
      /1 pieces of work were given up\n.*\/operations/,
    ],
    [
      'a quota of mail that is used up',
      (computer) => computer.inDatabase('mettle', aMail('quota')),
      /1 times there was no quota left\n.*higher quota/,
    ],
    [
      'mail that fails',
      (computer) => computer.inDatabase('mettle', `${aMail('refused')}; ${aMail('unknown')}`),
      /and 2 failed/,
    ],
    [
      'an old backup',
      (computer) => computer.inDatabase('mettle', aBackup(now - 2 * day)),
      /last backup is 48 hours old\n.*npm run backup/,
    ],
    [
      'a key of an issuer that is nearly a year old',
      (computer) => computer.inDatabase('mettle', anIssuerKey(now - 340 * day)),
      /340 days old\n.*npm run keys -- rotate issuer/,
    ],
    [
      'a wrapping key that nothing changed',
      (computer) =>
        computer.inDatabase(
          'mettle-vault',
          `INSERT INTO wrapping_epochs (id, root_id, made_at, active_at)
           VALUES ('e-aaaaaaaaaa', '1', ${now - 40 * day}, 0)`,
        ),
      /40 days old\n.*cron/,
    ],
    [
      'a database that is nearly full',
      (computer) =>
        (computer.cloudflare = { ...computer.cloudflare, usage: { database_size: 9e9 } }),
      /mettle: storage: 90\.0% of what the plan "paid" has/,
    ],
    [
      'a commit that is not deployed',
      () => {
        writeFileSync(join(root, 'notes.txt'), String(Math.random()))
        commit(root)
      },
      /mettle: runs commit \w+, 1 commits older than here\n.*npm run deploy/,
    ],
    [
      'an instance that is not well',
      (computer) => (computer.place.smokeAt = 'http://127.0.0.1:9'),
      /there is no answer at http:\/\/127\.0\.0\.1:9.*\n.*cloudflarestatus/,
    ],
    [
      'an address that nobody knows',
      (computer) => (computer.place.smokeAt = 'http://nowhere.invalid'),
      /there is no answer at http:\/\/nowhere\.invalid \((?:ENOTFOUND|EAI_AGAIN)\)\. (?:Its name is not known|This computer cannot look up)/,
    ],
    [
      'a computer without the keys',
      (computer) => rmSync(computer.place.keysHome, { recursive: true }),
      /not on this computer: there is no .*\n.*Put copy A there/,
    ],
  ])('finds %s, and says what to do', async (_, change, expected) => {
    const computer = await healthyInstance()
    change(computer)
    const { code, text } = await doctor(computer)
    expect([code, text]).toEqual([1, expect.stringMatching(expected)])
    // It looks at the rest too.
    expect(text).toContain('rows written in 24 hours')
  })

  it('says that there is no instance before the first deploy', async () => {
    const { code, text } = await doctor(new Computer(instance.address))
    expect([code, text]).toEqual([
      1,
      expect.stringContaining('Nothing was deployed from this folder yet'),
    ])
  })
})
