import { build } from 'esbuild'

/** A Worker as one module, as wrangler bundles it. */
export async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    format: 'esm',
    target: 'es2024',
    conditions: ['workerd', 'worker', 'browser'],
    external: ['cloudflare:*', 'node:*'],
    logLevel: 'error',
    write: false,
  })
  return outputFiles[0]?.text ?? ''
}
