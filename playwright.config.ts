import { defineConfig } from '@playwright/test'

import { demoOrigin, emptyOrigin } from './test/e2e/support/origins.ts'
import { chromiumArguments, findChromium } from './tools/find-chromium.mjs'

const start = (origin: string, words: string) => ({
  command: `node tools/start.mjs --reset ${words}`,
  env: { PORT: new URL(origin).port },
  // Answers only once the challenges are published and the demo exists.
  url: `${origin}/dev/ready`,
  timeout: 240_000,
  // `npm test` starts them earlier, in parallel with the rules.
  reuseExistingServer: true,
  gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 5_000 },
})

export default defineConfig({
  testDir: 'test/e2e',
  workers: 2,
  fullyParallel: true,
  timeout: 600_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
  outputDir: 'test-results/e2e',
  use: {
    actionTimeout: 20_000,
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: findChromium() ?? '',
      args: chromiumArguments,
    },
  },
  projects: [
    { name: 'pages', testIgnore: 'second-round.spec.ts' },
    // It moves the clock of the demo by days, which would sign out the people of the other tests.
    { name: 'rounds', testMatch: 'second-round.spec.ts', dependencies: ['pages'] },
  ],
  webServer: [start(emptyOrigin, '--empty'), start(demoOrigin, '')],
})
