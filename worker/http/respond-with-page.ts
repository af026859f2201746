import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

import type { Env } from './env.ts'
import { pageHeaders } from './headers.ts'
import type { Page } from './page.ts'

/** Sends a page that the Worker made. It may greet who is signed in, so no cache shares it. */
export function respondWithPage(
  c: Pick<Context<Env>, 'html' | 'var'>,
  page: Page,
  status: ContentfulStatusCode = 200,
): Response {
  return c.html(page(c.var.call.reader), status, {
    ...pageHeaders,
    'cache-control': 'no-cache',
    vary: 'Accept, Accept-Language, Cookie',
  })
}
