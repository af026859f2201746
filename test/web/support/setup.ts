import { beforeEach, vi } from 'vitest'
import { page } from 'vitest/browser'
import { cleanup } from 'vitest-browser-svelte'

import { serverTime } from '../../../web/lib/http/server-time.svelte.ts'
import { readAs } from '../../../web/lib/reader/reader.ts'
import { stay } from './navigation.ts'

// Runs before each test file. Files share one page, so that modules load once; each starts with the
// browser's language and zone, the real time and an empty device.
cleanup()
vi.unstubAllGlobals()
stay()
localStorage.clear()
sessionStorage.clear()
history.replaceState(null, '', '/')
readAs({ reader: { language: 'en', region: null, zone: 'UTC', zoneKnown: false } })
serverTime.learn(new Date().toISOString())
await page.viewport(1280, 860)

beforeEach(() => {
  cleanup()
  vi.restoreAllMocks()
  // At once: code of the last test may still be about to open a page, which would end the run.
  stay()
  vi.useRealTimers()
})
