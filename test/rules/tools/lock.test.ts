import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

import { beforeEach, expect, it } from 'vitest'

const lock = pathToFileURL(resolve('tools/start/lock.mjs')).href
/** Writes when it begins and ends, with a pause in which another one could begin. */
const work = `
  import { appendFileSync } from 'node:fs'
  import { alone } from ${JSON.stringify(lock)}
  const pause = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
  alone('node_modules/.installed', () => {
    appendFileSync('order', 'begin ')
    pause(200)
    appendFileSync('order', 'end ')
  })
`
let folder: string
const held = () => join(folder, '.local/locks/node_modules-installed')

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mettle-lock-'))
  mkdirSync(join(folder, '.local/locks'), { recursive: true })
})

async function command(): Promise<string> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', work], { cwd: folder })
  let said = ''
  child.stdout.on('data', (piece) => (said += piece))
  const [code] = await once(child, 'close')
  expect(code).toBe(0)
  return said
}
const order = () => readFileSync(join(folder, 'order'), 'utf8')

it('commands at once do their work one after the other, and say that they wait', async () => {
  const said = await Promise.all([command(), command(), command()])
  expect(order()).toBe('begin end begin end begin end ')
  expect(said.filter((text) => text.includes('We wait for it.')).length).toBeGreaterThan(0)
  expect(existsSync(held())).toBe(false)
})

it('a command that was killed stops nobody', async () => {
  const dead = spawn(process.execPath, ['-e', ''])
  await once(dead, 'close')
  writeFileSync(held(), String(dead.pid))
  expect(await command()).toBe('')
  expect(order()).toBe('begin end ')
})
