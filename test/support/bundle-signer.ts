import { bundle } from '../../tools/bundle.ts'
import { testSeeds, testWrappingKeys } from './test-keys.ts'

const compatibilityDate = '2026-10-20'

export const vaultDatabase = 'vault'
export const vaultSalts = 'salts'

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
    kvNamespaces: { WRAPPING_SALTS: vaultSalts },
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
