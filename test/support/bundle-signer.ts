import { build } from 'esbuild'

const compatibilityDate = '2026-10-20'

/** Keys for tests only; `dev` is the marker that production refuses. */
export const testSeeds = {
  dev: true,
  current: '1',
  keys: { 1: '000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f' },
}

/** The signer is a Worker of its own, so it is bundled here: the pool compiles only the main one. */
export async function bundleSigner() {
  const { outputFiles } = await build({
    entryPoints: ['worker/signer/index.ts'],
    bundle: true,
    format: 'esm',
    target: 'es2024',
    conditions: ['workerd', 'worker', 'browser'],
    external: ['cloudflare:*', 'node:*'],
    write: false,
  })
  const contents = outputFiles[0]?.text ?? ''
  return {
    name: 'mettle-signer',
    modules: [{ type: 'ESModule' as const, path: 'signer.js', contents }],
    compatibilityDate,
    bindings: { ISSUER_SEEDS: JSON.stringify(testSeeds) },
  }
}
