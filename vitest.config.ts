import { existsSync, globSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'

import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'

import { bundleCalendar, bundleSigner } from './test/support/bundle-signer.ts'

/** Ends what hangs; a slow machine that is busy with something else must not fail for it. */
const patience = process.env.DEEP ? 3_600_000 : 300_000

const keyOf = (byte: string) =>
  JSON.stringify({ dev: true, current: '1', keys: { 1: byte.repeat(32) } })

/** What answers every note, moves the clock, fills or reads whole tables. */
const wantsOwnDatabase = /\/(?:drain|tick|settle|crowd|all-rows|cells)\.ts'/

const workerFiles = globSync('test/{worker,hostile}/**/*.test.ts')
const alone = workerFiles.filter((file) => wantsOwnDatabase.test(readFileSync(file, 'utf8')))

/**
 * The Worker in workerd, with a real D1 and the real signer. Starting one takes longer than most files
 * take to run, so the files of `worker` share one; a file that would meet the others' rows is told by
 * its imports and gets one of its own.
 */
async function worker(name: string, include: string[], isolate: boolean) {
  return {
    // The package's own entry asks for Node built-ins inside the test pool.
    resolve: {
      alias: [
        {
          find: /^jsonld$/,
          replacement: `${import.meta.dirname}/node_modules/jsonld/dist/jsonld.esm.min.js`,
        },
      ],
    },
    plugins: [
      cloudflareTest({
        wrangler: { configPath: './wrangler.toml' },
        miniflare: {
          // Every secret is set here, or the pool reads a developer's own .dev.vars.
          bindings: {
            ENVIRONMENT: 'local',
            APP_ORIGIN: 'https://mettle.example',
            MAIL_FROM: 'Mettle <hello@mettle.example>',
            SIGN_IN_PEPPER: keyOf('11'),
            EMAIL_INDEX_KEY: keyOf('22'),
            PSEUDONYM_KEY: keyOf('33'),
            DEEP: process.env.DEEP ?? '',
            TEST_MIGRATIONS: await readD1Migrations('migrations'),
          },
          d1Databases: { EMPTY_DB: 'empty' },
          workers: [await bundleSigner(), await bundleCalendar()],
          serviceBindings: { CALENDAR: 'calendar' },
        },
      }),
    ],
    test: {
      name,
      include,
      isolate,
      setupFiles: ['./test/support/migrate.ts'],
      testTimeout: patience,
      hookTimeout: patience,
    },
  }
}

const node = (name: string) => ({
  test: {
    name,
    include: [`test/${name}/**/*.test.ts`],
    testTimeout: patience,
    hookTimeout: patience,
  },
})

export default defineConfig(async () => {
  const shared = workerFiles.filter((file) => !alone.includes(file))
  const projects: object[] = [
    await worker('worker', shared, false),
    await worker('worker-alone', alone, true),
    ...['rules', 'house', 'foreign', 'outside'].map(node),
  ]
  // Components run in a real browser; their configuration lies with them.
  if (existsSync('test/web/vitest.config.ts')) projects.push('test/web/vitest.config.ts' as never)
  return {
    test: {
      projects,
      silent: 'passed-only' as const,
      // The runner itself idles while its files run; one worker less leaves a core unused.
      maxWorkers: availableParallelism(),
    },
  }
})
