import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

import { pageHeaders } from './headers.ts'

/** Sends a page that the Worker made. It may greet who is signed in, so no cache shares it. */
export function respondWithPage(
  c: Pick<Context, 'html'>,
  html: string,
  status: ContentfulStatusCode = 200,
): Response {
  return c.html(html, status, {
    ...pageHeaders,
    'cache-control': 'no-cache',
    vary: 'Accept, Cookie',
  })
}
