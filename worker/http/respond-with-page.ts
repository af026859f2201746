import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

import type { Env } from './env.ts'
import { pageHeaders } from './headers.ts'
import type { Page } from './page.ts'

/**
 * Sends a page that the Worker made. A page with a signed-in person's menu must not be stored. The
 * language and date format of every page depend on the reader's headers, so caches vary by them.
 */
export function respondWithPage(
  c: Pick<Context<Env>, 'html' | 'var'>,
  page: Page,
  status: ContentfulStatusCode = 200,
): Response {
  const { call, menuOwner } = c.var
  return c.html(page(call.reader, menuOwner), status, {
    ...pageHeaders,
    'cache-control': menuOwner ? 'private, no-store' : 'no-cache',
    vary: 'Accept, Accept-Language, Cookie',
  })
}
