import { build } from 'esbuild'

const compatibilityDate = '2026-10-20'

/** Keys for tests only; `dev` is the marker that production refuses. */
export const testSeeds = {
  dev: true,
  current: '1',
  keys: { 1: '000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f' },
}

export const testWrappingKeys = { dev: true, current: 'k1', keys: { k1: '5a'.repeat(32) } }
export const vaultDatabase = 'vault'

/** The signer is a separate Worker, so it is bundled here: the pool compiles only the main one. */
export async function bundleSigner() {
  const contents = await bundle('worker/signer/index.ts')
  return {
    name: 'mettle-signer',
    modules: [{ type: 'ESModule' as const, path: 'signer.js', contents }],
    compatibilityDate,
    bindings: {
      ISSUER_SEEDS: JSON.stringify(testSeeds),
      WRAPPING_KEYS: JSON.stringify(testWrappingKeys),
    },
    d1Databases: { VAULT_DB: vaultDatabase },
  }
}

/** The calendar rules in a separate Worker: see `calendar-worker.ts`. */
export async function bundleCalendar() {
  const contents = await bundle('test/support/calendar-worker.ts')
  return {
    name: 'calendar',
    modules: [{ type: 'ESModule' as const, path: 'calendar.js', contents }],
    compatibilityDate,
  }
}

async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    format: 'esm',
    target: 'es2024',
    conditions: ['workerd', 'worker', 'browser'],
    external: ['cloudflare:*', 'node:*'],
    write: false,
  })
  return outputFiles[0]?.text ?? ''
}
