import { spawnSync } from 'node:child_process'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

import { beforeAll, describe, expect, it } from 'vitest'

/** Strings that only development code contains. */
const laptopOnly = ['dev_state', 'dev_sent', 'dev_cast', '/dev/', 'demo-people', '/bench/']

let worker = ''
let report = ''

beforeAll(() => {
  const { status, stdout, stderr } = spawnSync('node', ['tools/deploy.mjs', '--dry-run'], {
    encoding: 'utf8',
    // The test runner's NODE_ENV would build different pages.
    env: { ...process.env, NODE_ENV: 'production' },
  })
  report = stdout + stderr
  if (status === 0) worker = readFileSync('.local/deploy/mettle/index.js', 'utf8')
})

describe('a deploy', () => {
  it('can be built within its size budget without sending anything', () => {
    expect(report).toContain('Both Workers are packed. Before a deploy, do what step 1 names')
    expect(report).toMatch(/mettle-signer: \d+ kB compressed, 60 at most/)
    expect(report).toMatch(/mettle: \d+ kB compressed, 480 at most/)
    expect(gzipSync(worker, { level: 9 }).length).toBeLessThanOrEqual(480_000)
  })

  it.each(laptopOnly)('has no trace of %s in the Worker', (trace) => {
    expect(worker === '', 'there is a bundle').toBe(false)
    expect(worker.includes(trace)).toBe(false)
  })

  it('has no trace of development code in the pages', () => {
    expect(existsSync('dist/pages.json')).toBe(true)
    const files = globSync('dist/**/*.{js,html,css}').map((path) => readFileSync(path, 'utf8'))
    const traces = laptopOnly.filter((trace) => files.some((text) => text.includes(trace)))
    expect(traces).toEqual([])
  })
})
