import { readFile } from 'node:fs/promises'

import { build } from 'esbuild'
import type { Plugin } from 'vite'

const entry = `${import.meta.dirname}/styles/pages.css`
const icons = `${import.meta.dirname}/icons.svg`

/**
 * The stylesheet and icons of the pages that the Worker renders. Their HTML does not go through the
 * build, so these files have fixed addresses, `/pages.css` and `/icons.svg`, without a content
 * hash.
 */
export function pagesStyles(): Plugin {
  return {
    name: 'pages-styles',
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'pages.css', source: await bundled() })
      this.emitFile({ type: 'asset', fileName: 'icons.svg', source: await readFile(icons) })
    },
    configureServer(server) {
      server.middlewares.use('/pages.css', (_, response, next) => {
        bundled()
          .then((css) => response.setHeader('content-type', 'text/css').end(css))
          .catch(next)
      })
    },
  }
}

async function bundled(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    target: ['chrome123', 'firefox121', 'safari17.5'],
  })
  return outputFiles.map(({ text }) => text).join('')
}
