import { existsSync } from 'node:fs'

import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'

import { bundleSigner } from './test/support/bundle-signer.ts'

const keyOf = (byte: string) =>
  JSON.stringify({ dev: true, current: '1', keys: { 1: byte.repeat(32) } })

/** The Worker in workerd, with a real D1 and the real signer. */
async function worker() {
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
          workers: [await bundleSigner()],
        },
      }),
    ],
    test: {
      name: 'worker',
      include: ['test/worker/**/*.test.ts', 'test/hostile/**/*.test.ts'],
      setupFiles: ['./test/support/migrate.ts'],
      testTimeout: 60_000,
      hookTimeout: 60_000,
    },
  }
}

const node = (name: string) => ({
  test: { name, include: [`test/${name}/**/*.test.ts`], testTimeout: 120_000 },
})

export default defineConfig(async () => {
  const projects: object[] = [await worker(), ...['rules', 'house', 'foreign', 'outside'].map(node)]
  // Components run in a real browser; their configuration lies with them.
  if (existsSync('test/web/vitest.config.ts')) projects.push('test/web/vitest.config.ts' as never)
  return { test: { projects, silent: 'passed-only' as const } }
})
