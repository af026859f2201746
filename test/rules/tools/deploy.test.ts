import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, describe, expect, it } from 'vitest'

import { Computer, everyAnswer, healthy, serve } from '../../support/wrangler/repository.ts'

const instance = await serve({ '/health': healthy })
afterAll(() => instance.stop())

const aComputer = () => new Computer(instance.address)
const host = 'mettle.college.example'

/** Commands that make or change something on Cloudflare, of all the calls that an account had. */
const changes = ({ calls }: Computer) =>
  calls
    .map((args) => args.join(' '))
    .filter((call) => /create|migrations apply|^deploy (?!.*--dry-run)|--file|INSERT/.test(call))
    .map((call) => call.replace(/ -c [\s\S]*/, ''))

const secretsOf = ({ place }: Computer): string[] => {
  const folder = join(place.keysHome, host)
  const texts = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'))
  return texts.join().match(/[\da-f]{64}/g) ?? []
}

const everyChange = [
  'd1 create mettle-vault --jurisdiction eu',
  'd1 create mettle --jurisdiction eu',
  'kv namespace create mettle-wrapping-salts',
  'd1 migrations apply VAULT_DB',
  'd1 migrations apply DB',
  'deploy',
  'deploy',
  'd1 execute DB',
  'd1 execute DB',
]

describe('npm run deploy', () => {
  it('installs everything, in order, and prints the link for the first admin', async () => {
    const computer = aComputer()
    const { code, text } = await computer.deploy(everyAnswer)
    expect([code, changes(computer)]).toEqual([0, everyChange])
    expect(text).toMatch(/https:\/\/mettle\.college\.example\/first-admin\?token=[\w-]{43}/)
    const { workers } = computer.cloudflare
    expect(Object.keys(workers)).toEqual(['mettle-signer', 'mettle'])
    expect(Object.keys(workers['mettle-signer']?.secrets ?? {}).toSorted()).toEqual([
      'ISSUER_SEEDS',
      'WRAPPING_KEYS',
    ])
    expect(Object.keys(computer.worker.secrets).toSorted()).toEqual([
      'EMAIL_INDEX_KEY',
      'PSEUDONYM_KEY',
      'SIGN_IN_PEPPER',
    ])
    expect(computer.worker.versions[0].vars).toMatchObject({
      ENVIRONMENT: 'production',
      APP_ORIGIN: `https://${host}`,
      PLAN: 'paid',
    })
  })

  it('does nothing when it is run again, and shows no second link', async () => {
    const computer = aComputer()
    await computer.deploy(everyAnswer)
    const [first, secrets] = [changes(computer), secretsOf(computer)]
    const { code, text } = await computer.deploy()
    expect([code, secretsOf(computer)]).toEqual([0, secrets])
    // Migrations are asked for again: wrangler answers that there are none to apply.
    const again = ['d1 migrations apply VAULT_DB', 'd1 migrations apply DB']
    expect(changes(computer)).toEqual([...first, ...again])
    expect(text).toContain('mettle: has all migrations')
    expect(text).toContain('mettle: runs this version')
    expect(text).not.toContain('token=')
  })

  it('keeps secrets where only their owner can read them, outside the repository', async () => {
    const computer = aComputer()
    await computer.deploy(everyAnswer)
    const folder = join(computer.place.keysHome, host)
    expect(readdirSync(folder).toSorted()).toEqual(['mettle-signer.json', 'mettle.json'])
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    for (const file of readdirSync(folder))
      expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600)
    expect(secretsOf(computer)).toHaveLength(5)
    expect(JSON.stringify(computer.cloudflare)).toContain(secretsOf(computer)[0])
  })

  it('deploys again after a change of an answer, and only then', async () => {
    const computer = aComputer()
    await computer.deploy(everyAnswer)
    await computer.deploy(['--plan', 'free'])
    expect(computer.worker.versions.map(({ vars }) => vars)).toMatchObject([
      { PLAN: 'paid' },
      { PLAN: 'free' },
    ])
  })
})

/** What a whole installation calls, to fail at each of them in turn. */
const whole = aComputer()
await whole.deploy(everyAnswer)
const calls = whole.calls.map((args) => args.join(' '))
const isQuestion = (call: string) =>
  /whoami|--dry-run|list|time-travel|status|SELECT hash|slug|AS admins/.test(call)
const failures = calls.flatMap((call, at) => [
  [`${at + 1}`, call.slice(0, 60)] as const,
  ...(isQuestion(call)
    ? []
    : [[`${at + 1}!`, `${call.slice(0, 60)} (done, answer lost)`] as const]),
])

describe.each(failures)('when call %s fails: %s', (fail) => {
  it('says what is done and what is not, goes on when it is run again, and makes nothing twice', async () => {
    const computer = aComputer()
    const stopped = await computer.deploy(everyAnswer, { fail })
    expect(stopped.text).toMatch(/Done: {6}.*\nNot done: {2}\d .*\nGo on: {5}npm run deploy$/)
    const wentOn = await computer.deploy(everyAnswer)
    expect([wentOn.code, wentOn.text]).toEqual([0, expect.stringContaining('First admin')])
    const { databases, namespaces, workers } = computer.cloudflare
    expect(databases.map(({ name }) => name)).toEqual(['mettle-vault', 'mettle'])
    expect(namespaces).toHaveLength(1)
    expect(workers['mettle-signer']?.versions).toHaveLength(1)
    expect(computer.worker.versions).toHaveLength(1)
    const given = JSON.stringify(Object.values(workers as object).map(({ secrets }) => secrets))
    expect(new Set(given.match(/[\da-f]{64}/g))).toEqual(new Set(secretsOf(computer)))

    const shown = [...computer.printed, ...computer.calls.flat()].join('\n')
    expect(secretsOf(computer)).toHaveLength(5)
    expect(secretsOf(computer).filter((secret) => shown.includes(secret))).toEqual([])
    expect(shown.match(/token=/g)?.length ?? 0).toBeLessThanOrEqual(1)
    expect(computer.calls.flat().join()).not.toContain('token=')
  })
})
