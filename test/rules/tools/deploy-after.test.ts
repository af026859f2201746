import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, describe, expect, it } from 'vitest'

import { undo } from '../../../tools/deploy/undo.ts'
import { deployedKeys } from '../../../tools/keys/deployed.ts'
import { rotate } from '../../../tools/keys/secrets.mjs'
import { usesOf } from '../../../tools/keys/uses.mjs'
import { Computer, everyAnswer, healthy, serve } from '../../support/wrangler/repository.ts'

const instance = await serve({ '/health': healthy })
afterAll(() => instance.stop())

async function updated() {
  const computer = new Computer(instance.address)
  await computer.deploy(everyAnswer)
  await computer.deploy(['--plan', 'free'])
  return computer
}

describe('npm run deploy -- --undo', () => {
  it('takes the Workers back to the version before, the main one first, and tells how to restore', async () => {
    const computer = await updated()
    const { versions } = computer.worker
    expect(undo(computer.run())).toBe(0)
    expect(computer.worker.live).toBe(versions[0].id)
    const rollbacks = computer.calls.filter(([first]) => first === 'rollback')
    expect(rollbacks.map((args) => args[3])).toEqual(['mettle', 'mettle-signer'])
    expect(computer.printed.join('\n')).toMatch(
      /npm run restore -- --remote --main-only --time \d{4}-\S+Z/,
    )
    expect(computer.calls.flat()).not.toContain('restore')
  })

  it('does nothing the second time, and a deploy then goes forward again', async () => {
    const computer = await updated()
    const { versions } = computer.worker
    undo(computer.run())
    const count = computer.calls.filter(([first]) => first === 'rollback').length
    undo(computer.run())
    expect(computer.calls.filter(([first]) => first === 'rollback')).toHaveLength(count)
    await computer.deploy()
    expect(computer.worker.live).not.toBe(versions[0].id)
  })

  it('is refused after the first deploy: there is nothing before it', async () => {
    const computer = new Computer(instance.address)
    await computer.deploy(everyAnswer)
    expect(() => undo(computer.run())).toThrow('no earlier version')
  })

  it('is refused if keys were changed: the version before could not open what was written since', async () => {
    const computer = await updated()
    const file = join(computer.place.keysHome, 'mettle.college.example/mettle.json')
    const secrets = JSON.parse(readFileSync(file, 'utf8'))
    const changed = { current: '2', keys: { 2: '2'.repeat(64) } }
    writeFileSync(file, JSON.stringify({ ...secrets, PSEUDONYM_KEY: JSON.stringify(changed) }))
    await computer.deploy()
    const mettle = computer.worker
    expect([mettle.versions.length, JSON.parse(mettle.secrets.PSEUDONYM_KEY ?? '')]).toEqual([
      3,
      changed,
    ])
    expect(() => undo(computer.run())).toThrow('also changed PSEUDONYM_KEY')
  })
})

describe('npm run keys -- --remote', () => {
  it('changes a key in the folder of secrets, and the next deploy gives it to the Worker', async () => {
    const computer = new Computer(instance.address)
    await computer.deploy(everyAnswer)
    const keys = deployedKeys(computer.place)
    const key = '7'.repeat(64)
    for (const name of ['issuer', 'email-index'] as const) {
      const { secret } = rotate(name, keys.read(name), { key, now: Date.now() })
      keys.write(name, secret)
    }
    expect(statSync(keys.fileOf('issuer')).mode & 0o777).toBe(0o600)
    const { code } = await computer.deploy()
    const { workers } = computer.cloudflare
    expect([code, workers['mettle-signer']?.secrets.ISSUER_SEEDS]).toEqual([
      0,
      expect.stringContaining(`"2":"${key}"`),
    ])
    expect(workers.mettle?.secrets.EMAIL_INDEX_KEY).toContain(`"2":"${key}"`)
    expect([...computer.printed, ...computer.calls.flat()].join()).not.toContain(key)
  })

  it('asks the deployed databases what still needs a key', async () => {
    const computer = new Computer(instance.address)
    await computer.deploy(everyAnswer)
    computer.inDatabase(
      'mettle-vault',
      `INSERT INTO wrapping_epochs (id, root_id, made_at, active_at) VALUES ('e-aaaaaaaaaa', '1', 0, 0)`,
    )
    const { count } = deployedKeys(computer.place)
    expect(usesOf('wrapping', '1', { count, now: 0 })).toEqual(['1 wrapping keys'])
    expect(usesOf('email-index', '1', { count, now: 0 })).toEqual([])
  })
})
