import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, statSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

import { describe, expect, it } from 'vitest'

import { inPlainFolder } from '../../../tools/backup/plain-folder.ts'

const aFolder = () => mkdtempSync(join(tmpdir(), 'mettle-plain-test-'))

describe('a folder for databases that are not sealed', () => {
  it('is for its user only, and gone after the work, also if that fails', async () => {
    const inside = aFolder()
    const mode = await inPlainFolder(inside, async (folder) => statSync(folder).mode & 0o777)
    expect(mode).toBe(0o700)
    const failing = inPlainFolder(inside, () => Promise.reject(new Error('No space.')))
    await expect(failing).rejects.toThrow('No space.')
    expect(readdirSync(inside)).toEqual([])
  })

  it.each(['SIGINT', 'SIGTERM'] as const)('is gone after %s', async (signal) => {
    const inside = aFolder()
    const script = `import { inPlainFolder } from ${JSON.stringify(resolve('tools/backup/plain-folder.ts'))}
      await inPlainFolder(${JSON.stringify(inside)}, () => new Promise(() => {
        setInterval(() => {}, 1000)
        process.stdout.write('ready')
      }))`
    const child = spawn('node_modules/.bin/node', ['--input-type=module', '-e', script])
    await once(child.stdout, 'data')
    expect(readdirSync(inside)).toHaveLength(1)
    child.kill(signal)
    await once(child, 'exit')
    expect(readdirSync(inside)).toEqual([])
  })

  it('that a killed run left goes a day later, and not before', async () => {
    const inside = aFolder()
    const [old, young] = [join(inside, 'mettle-plain-old'), join(inside, 'mettle-plain-young')]
    for (const path of [old, young]) mkdirSync(path)
    const yesterday = new Date(Date.now() - 25 * 3_600_000)
    utimesSync(old, yesterday, yesterday)
    await inPlainFolder(inside, async () => {})
    expect([existsSync(old), existsSync(young)]).toEqual([false, true])
  })
})
