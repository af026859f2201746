import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import { Browser } from './browser.ts'
import type { Instance } from './instance.ts'

/**
 * Passes GET requests on to the instance, on a port of this computer without TLS: a program that does
 * not know the rehearsal's certificate can ask `/health`. Ends with Ctrl+C.
 */
export async function stay(instance: Instance): Promise<void> {
  const server = createServer((request, response) => {
    new Browser(instance).ask('GET', request.url ?? '/').then(
      ({ status, headers, bytes }) => {
        response.writeHead(status, { 'content-type': headers['content-type'] ?? 'text/plain' })
        response.end(bytes)
      },
      () => response.writeHead(502).end(),
    )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  console.log(`
Mettle runs here in production mode. Its monitor's page: http://127.0.0.1:${port}/health
To try the installer with it, run in another terminal:

  METTLE_WRANGLER=test/support/wrangler/stand-in.mjs METTLE_SMOKE_AT=http://127.0.0.1:${port} npm run deploy

To end, press Ctrl+C here. What the installer made is in .local/try; delete that folder afterwards.`)
  await once(server, 'close')
}
