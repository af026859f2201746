import { build } from 'esbuild'
import type { Plugin } from 'vite'

/**
 * Serves all messages as one module. Each message is a file, so that a page loads only its own; a
 * test would request every file, one by one.
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
