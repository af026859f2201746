import { build } from 'esbuild'
import type { Plugin } from 'vite'

/**
 * Serves the three thousand messages as one module. Each is a file of its own, so that a page loads
 * only its own; a test file would ask for all of them, one by one.
 */
export function messagesInOneFile(): Plugin {
  return {
    name: 'mettle:messages-in-one-file',
    enforce: 'pre',
    async load(id) {
      if (!id.endsWith('/web/paraglide/messages/_index.js')) return undefined
      const { outputFiles } = await build({
        entryPoints: [id],
        bundle: true,
        write: false,
        format: 'esm',
        external: ['../runtime.js', '../registry.js'],
      })
      return outputFiles[0]?.text
    },
  }
}
