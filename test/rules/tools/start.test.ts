import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

import { describe, expect, it } from 'vitest'

import { greeting } from '../../../tools/start/greeting.mjs'
import { findPort } from '../../../tools/start/instance.mjs'
import { withMissing } from '../../../tools/start/keys.mjs'

/** A folder of instances with these files. */
function instances(files: string[]): string {
  const root = mkdtempSync(join(tmpdir(), 'mettle-'))
  for (const file of files) {
    mkdirSync(join(root, file, '..'), { recursive: true })
    writeFileSync(join(root, file), '')
  }
  return root
}

describe('a command without PORT is about', () => {
  it.each([
    ['the usual port before anything was started', [], 8787],
    ['the usual port where it was started', ['migrated', '9101/migrated'], 8787],
    ['the only one that was started', ['9101/migrated'], 9101],
    ['the one that runs', ['migrated', '9101/migrated', '9101/server.json'], 9101],
    ['no folder that is none', ['keys/migrated', 'worker.types'], 8787],
  ] as const)('%s', (_, files, port) => {
    expect(findPort(instances([...files]))).toBe(port)
  })
})

describe('a start', () => {
  const started = { pages: 'http://localhost:9101', origin: 'http://localhost:9101', port: 9101 }

  it('names the demo people where there are some', () => {
    const text = greeting({ ...started, isEmpty: false, hasPeople: true })
    expect(text).toContain('demo people')
    expect(text).not.toContain('setup')
  })

  it('without a demo says how the first admin is made, for this instance, and names nobody', () => {
    const text = greeting({ ...started, isEmpty: true, hasPeople: false })
    expect(text).toContain('PORT=9101 npm run setup')
    expect(text).not.toContain('demo people')
  })

  it('again, when there is an admin, does not ask for one', () => {
    expect(greeting({ ...started, isEmpty: true, hasPeople: true })).not.toContain('First admin')
  })
})

describe('an instance without a demo', () => {
  it('stays without one when it is started again without the option', () => {
    const root = instances([])
    const started = (asked: boolean) => {
      const empty = pathToFileURL(resolve('tools/start/empty.mjs')).href
      const script = `import('${empty}').then(({ staysEmpty }) => console.log(staysEmpty(${asked})))`
      mkdirSync(join(root, '.local/9102'), { recursive: true })
      const env = { ...process.env, PORT: '9102' }
      return spawnSync('node', ['-e', script], { cwd: root, env, encoding: 'utf8' }).stdout.trim()
    }
    expect([started(false), started(true), started(false)]).toEqual(['false', 'true', 'true'])
  })
})

describe('a program of the toolchain', () => {
  it('can ask at the terminal: it reads what is typed into the npm command', () => {
    const script = `import('./tools/ready.mjs').then(({ run }) => process.exit(run('cat', [])))`
    const { stdout } = spawnSync('node', ['-e', script], { input: 'eu\n', encoding: 'utf8' })
    expect(stdout).toBe('eu\n')
  })
})

describe('the keys of a machine', () => {
  const names = ['ISSUER_SEEDS', 'WRAPPING_KEYS']

  it('are made on the first start', () => {
    expect(withMissing('', names, () => 'new')).toBe("ISSUER_SEEDS='new'\nWRAPPING_KEYS='new'\n")
  })

  it('stay, and one that an update needs is added', () => {
    const known = "ISSUER_SEEDS='old'"
    expect(withMissing(known, names, () => 'new')).toBe(`${known}\nWRAPPING_KEYS='new'\n`)
    const all = `${known}\nWRAPPING_KEYS='old'\n`
    expect(withMissing(all, names, () => 'new')).toBe(all)
  })
})
