import { readFile } from 'node:fs/promises'

import type { Plugin } from 'vite'

/** The paths that go to the Worker. Vite serves all others: the app's pages, with hot reload. */
const worker =
  /^\/($|\?|(accessibility|achievements|api|audit|badges|cdn-cgi|challenges|credentials|dev|did\.json|for-employers|for-mentors|how-it-works|organizations|privacy|problems|service|status-lists|\.well-known)([/?.]|$))/

/** `npm run dev`: pages from Vite, everything else from the Worker that `METTLE_WORKER` names. */
export function laptop(): Plugin {
  const target = process.env['METTLE_WORKER'] ?? 'http://localhost:8787'
  return {
    name: 'laptop',
    apply: 'serve',
    config: () => ({
      server: {
        // The Worker trusts one origin only, its own.
        proxy: { [worker.source]: { target, headers: { origin: target } } },
      },
    }),
    configureServer(server) {
      return () => {
        server.middlewares.use((request, response, next) => {
          if (request.method !== 'GET') return next()
          readFile(new URL('app.html', import.meta.url), 'utf8')
            .then((html) => server.transformIndexHtml(request.originalUrl ?? '/', html))
            .then((html) => response.setHeader('content-type', 'text/html').end(html))
            .catch(next)
        })
      }
    },
  }
}
