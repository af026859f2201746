import { build, type Plugin } from 'esbuild'

/** The traffic of the tests is written for vitest, which makes the context of a request. */
const contextOfTests: Plugin = {
  name: 'context-of-tests',
  setup(bundler) {
    const path = 'cloudflare:test'
    bundler.onResolve({ filter: /^cloudflare:test$/ }, () => ({ path, namespace: 'bench' }))
    bundler.onLoad({ filter: /./, namespace: 'bench' }, () => ({
      contents: `
        export function createExecutionContext() {
          const waiting = []
          return { waiting, waitUntil: (work) => waiting.push(work), passThroughOnException() {} }
        }
        export const waitOnExecutionContext = ({ waiting }) => Promise.all(waiting)`,
    }))
  },
}

/** Writes the Worker of test/support/doors-worker.ts into one file. */
export async function bundleDoors(outfile: string): Promise<void> {
  await build({
    entryPoints: ['test/support/doors-worker.ts'],
    bundle: true,
    format: 'esm',
    target: 'es2024',
    outfile,
    external: ['cloudflare:workers', 'node:*'],
    conditions: ['workerd', 'worker', 'browser'],
    // The package's default entry imports Node built-ins.
    alias: { jsonld: './node_modules/jsonld/dist/jsonld.esm.min.js' },
    plugins: [contextOfTests],
    logLevel: 'error',
  })
}
