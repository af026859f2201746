import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

import { afterAll, beforeAll, expect, it } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'mettle-step-test-'))
const program = `
  import { hashOf, isDone } from ${JSON.stringify(resolve('tools/start/step.mjs'))}
  import { writeFileSync } from 'node:fs'
  const sources = ['src', '*.json']
  console.log(isDone('mark', sources))
  writeFileSync('mark', hashOf(sources))
`

/** Whether the files were those of the last call. */
function isDoneIn(): string {
  const args = ['--input-type=module', '--eval', program]
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })
  return stdout.trim() || stderr
}

const git = (...args: string[]) => execFileSync('git', args, { cwd: folder })

beforeAll(() => {
  git('init', '--quiet')
  mkdirSync(join(folder, 'src'))
  write('src/one.ts', 'one')
  write('.gitignore', 'mark\nsrc/made.ts\n')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const write = (name: string, text: string) => writeFileSync(join(folder, name), text)

it('is done again only after one of its files has changed, is new or is gone', () => {
  expect(isDoneIn()).toBe('false')
  expect(isDoneIn()).toBe('true')
  write('src/one.ts', 'two')
  expect(isDoneIn()).toBe('false')
  write('package.json', '{}')
  expect(isDoneIn()).toBe('false')
  git('add', 'package.json')
  expect(isDoneIn()).toBe('true')
  rmSync(join(folder, 'package.json'))
  expect(isDoneIn()).toBe('false')
  // Files that git ignores are made from the others, and those elsewhere are no sources.
  write('src/made.ts', 'made')
  write('notes.md', 'notes')
  expect(isDoneIn()).toBe('true')
})
