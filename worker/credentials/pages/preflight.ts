import { createMiddleware } from '../../http/factory.ts'
import { publicJsonHeaders } from '../../http/headers.ts'

/**
 * Answers CORS preflights: a page elsewhere may read public documents with its own headers, for
 * example a verifier that wants no cached copy.
 */
export const preflight = createMiddleware(async (c, next) => {
  const wanted = c.req.header('access-control-request-method')
  if (c.req.method !== 'OPTIONS' || (wanted !== 'GET' && wanted !== 'HEAD')) return next()
  return c.body(null, 204, {
    ...publicJsonHeaders,
    'access-control-allow-methods': 'GET, HEAD',
    'access-control-allow-headers': 'accept, cache-control, if-none-match, pragma',
    'access-control-max-age': '86400',
  })
})
