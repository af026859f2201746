import { svelte } from '@sveltejs/vite-plugin-svelte'
import { playwright } from '@vitest/browser-playwright'
import { defineProject } from 'vitest/config'

import { chromiumArguments, findChromium } from '../../tools/find-chromium.mjs'
import { messagesInOneFile } from '../../tools/test/messages-in-one-file.ts'

const executablePath = findChromium()

/** Components and their classes, in a real browser. */
export default defineProject({
  root: `${import.meta.dirname}/../..`,
  plugins: [messagesInOneFile(), svelte()],
  publicDir: 'web/public',
  // Bundled at the start: finding them during a run would reload every page.
  optimizeDeps: { include: ['axe-core', 'idb-keyval'] },
  test: {
    name: 'web',
    maxWorkers: 2,
    isolate: false,
    setupFiles: [`${import.meta.dirname}/support/setup.ts`],
    include: ['test/web/**/*.test.ts'],
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({
        // Without transitions, so that axe does not measure a colour in between.
        contextOptions: { reducedMotion: 'reduce' },
        launchOptions: { args: chromiumArguments, ...(executablePath && { executablePath }) },
      }),
      instances: [{ browser: 'chromium', viewport: { width: 1280, height: 860 } }],
    },
  },
})
