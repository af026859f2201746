import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'

import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'

import { messagesInOneFile } from './tools/test/messages-in-one-file.ts'
import {
  bundleCalendar,
  bundleSigner,
  vaultDatabase,
  vaultSalts,
} from './test/support/bundle-signer.ts'

/** Ends tests that hang; long enough for a slow machine that is busy with something else. */
const patience = process.env.DEEP ? 3_600_000 : 300_000

const keyOf = (byte: string) =>
  JSON.stringify({ dev: true, current: '1', keys: { 1: byte.repeat(32) } })

/**
 * The Worker in workerd, with a real D1 and the real signer. Starting one takes longer than most
 * files take to run, so files share one. Each starts with empty databases
 * (`test/support/migrate.ts`).
 */
async function worker() {
  return {
    // The package's default entry imports Node built-ins, which fails inside the test pool.
    resolve: {
      alias: [
        {
          find: /^jsonld$/,
          replacement: `${import.meta.dirname}/node_modules/jsonld/dist/jsonld.esm.min.js`,
        },
      ],
    },
    plugins: [
      messagesInOneFile(),
      cloudflareTest({
        wrangler: { configPath: './wrangler.toml' },
        miniflare: {
          // Every secret is set here; otherwise the pool would read a developer's .dev.vars.
          bindings: {
            ENVIRONMENT: 'local',
            PLAN: 'paid',
            // No carrier, as there is no key of one: tests have a mailbox of their own.
            MAIL_CARRIER: 'http',
            APP_ORIGIN: 'https://mettle.example',
            MAIL_FROM: 'Mettle <hello@mettle.example>',
            SIGN_IN_PEPPER: keyOf('11'),
            EMAIL_INDEX_KEY: keyOf('22'),
            PSEUDONYM_KEY: keyOf('33'),
            MAIL_WEBHOOK_KEY: `whsec_${Buffer.from('44'.repeat(16)).toString('base64')}`,
            DEEP: process.env.DEEP ?? '',
            TEST_MIGRATIONS: await readD1Migrations('migrations'),
            VAULT_MIGRATIONS: await readD1Migrations('migrations/vault'),
          },
          // The vault's is the signer's own: tests migrate it and look into it.
          d1Databases: { EMPTY_DB: 'empty', VAULT_DB: vaultDatabase },
          kvNamespaces: { WRAPPING_SALTS: vaultSalts },
          workers: [await bundleSigner(), await bundleCalendar()],
          serviceBindings: { CALENDAR: 'calendar' },
        },
      }),
    ],
    test: {
      name: 'worker',
      include: ['test/{worker,hostile}/**/*.test.ts'],
      isolate: false,
      setupFiles: ['./test/support/migrate.ts'],
      testTimeout: patience,
      hookTimeout: patience,
    },
  }
}

/**
 * Tests in Node. Files of one process share their modules, which saves loading them for each file.
 */
const node = (name: string) => ({
  plugins: [messagesInOneFile()],
  test: {
    name,
    include: [`test/${name}/**/*.test.ts`],
    isolate: false,
    testTimeout: patience,
    hookTimeout: patience,
  },
})

/** These compare times, which the memory of an earlier file in the same process would change. */
const growth = () => {
  const { plugins, test } = node('growth')
  return { plugins, test: { ...test, isolate: true } }
}

export default defineConfig(async () => {
  const projects: object[] = [
    await worker(),
    ...['rules', 'house', 'foreign', 'outside'].map(node),
    growth(),
  ]
  // Components run in a real browser; their configuration is in their folder.
  if (existsSync('test/web/vitest.config.ts')) projects.push('test/web/vitest.config.ts' as never)
  return {
    test: {
      projects,
      silent: 'passed-only' as const,
      // The runner itself is idle while its files run, so no core is kept free for it.
      maxWorkers: availableParallelism(),
    },
  }
})
