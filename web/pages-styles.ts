import { build } from 'esbuild'
import type { Plugin } from 'vite'

const entry = `${import.meta.dirname}/styles/pages.css`

/**
 * The stylesheet of the pages that the Worker makes without script. Their HTML is made without the
 * build, so it stands at one address, `/pages.css`, and never in the app's own styles.
 */
export function pagesStyles(): Plugin {
  return {
    name: 'pages-styles',
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'pages.css', source: await bundled() })
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
