import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'

import { expect, it } from 'vitest'

it('plays what a deploy sends in production mode, as far as nobody has to wait, through a kill -9', async () => {
  const rehearsal = spawn('node_modules/.bin/node', ['tools/rehearse.ts', '--without-waits'], {
    // The test runner's NODE_ENV would build different pages.
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [printed, [code]] = await Promise.all([text(rehearsal.stdout), once(rehearsal, 'exit')])
  expect(printed).toContain('The code that a deploy sends works.')
  expect(code).toBe(0)
})
