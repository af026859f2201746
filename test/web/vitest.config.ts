import { svelte } from '@sveltejs/vite-plugin-svelte'
import { playwright } from '@vitest/browser-playwright'
import { defineProject } from 'vitest/config'

import { findChromium } from '../../tools/find-chromium.mjs'

const executablePath = findChromium()

/** Components and what thinks behind them, in a real browser. */
export default defineProject({
  root: `${import.meta.dirname}/../..`,
  plugins: [svelte()],
  publicDir: 'web/public',
  // Found now, not in the middle of a run, which would load every page anew.
  optimizeDeps: { include: ['axe-core', 'hono/client', 'idb-keyval'] },
  test: {
    name: 'web',
    include: ['test/web/**/*.test.ts'],
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({
        // A colour half-way through its change is nobody's colour to measure.
        contextOptions: { reducedMotion: 'reduce' },
        launchOptions: { args: ['--no-sandbox'], ...(executablePath && { executablePath }) },
      }),
      instances: [{ browser: 'chromium', viewport: { width: 1280, height: 860 } }],
    },
  },
})
