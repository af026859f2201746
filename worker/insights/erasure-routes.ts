import { route } from '../accounts/door/door.ts'
import { createApp } from '../http/factory.ts'
import { sessionCookie, takeCookie } from '../accounts/session/cookies.ts'
import { askErasure } from './erasure/ask-erasure.ts'
import { findErasureEffects } from './erasure/find-erasure-effects.ts'

/**
 * The caller asks for the erasure of their account. The link that undoes this needs no session and
 * is in accounts/erasure-routes.ts.
 */
export const erasureRoutes = createApp()
  .get('/', route({ who: 'account' }), async (c) => c.json(await findErasureEffects(c.var.call)))

  .post('/', route({ who: 'account', fresh: true, perDay: 5 }), async (c) => {
    const answer = await askErasure(c.var.call)
    takeCookie(c, sessionCookie)
    c.header('clear-site-data', '"cache", "cookies", "storage"')
    return c.json(answer, 201)
  })
