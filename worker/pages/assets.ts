import type { Context } from 'hono'

import type { Env } from '../http/env.ts'
import { pageHeaders, pictureHeaders } from '../http/headers.ts'

/**
 * The pictures of badges. Signed badges and `og:image` link to them, so wallets and social sites
 * must be able to show them on their own pages.
 */
const isBadgePicture = /^\/badges\/[\w-]+\.(?:png|svg)$/

/**
 * Answers the files whose paths are in `run_worker_first` (wrangler.toml), and the 404 of a file
 * that is not there, which is never cached. Cloudflare answers all other files without the Worker,
 * with the headers of `web/asset-headers.ts`.
 */
export async function respondWithAsset(c: Context<Env>): Promise<Response> {
  const asked = { headers: Object.fromEntries(c.req.raw.headers) }
  const file = await c.env.ASSETS.fetch(c.req.raw.url, asked)
  if (file.status === 404) {
    return c.text('Not found', 404, { ...pageHeaders, 'cache-control': 'no-store' })
  }
  const headers = new Headers(Object.fromEntries(file.headers))
  const own = isBadgePicture.test(c.req.path) ? pictureHeaders : pageHeaders
  for (const [name, value] of Object.entries(own)) headers.set(name, value)
  const hashed = c.req.path.startsWith('/assets/')
  headers.set('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
  // A 304 must have no body, not even an empty one.
  const body = file.status === 304 ? null : await file.arrayBuffer()
  return new Response(body, { status: file.status, headers })
}
