import type { Call } from '../foundation/call/call.ts'
import { createApp } from '../http/factory.ts'
import { route } from './door/door.ts'
import { erasureView, findErasure } from './erasure/find-erasure.ts'
import { undoErasure } from './erasure/undo-erasure.ts'

const linked = (call: Call, { token = '' }: Record<string, string>) => findErasure(call, token)

/**
 * The mailed link that undoes an erasure. It needs no session, because nobody can sign in to the
 * account.
 */
export const erasureLinkRoutes = createApp()
  .get('/:token', route({ who: 'anyone', load: linked }), (c) =>
    c.json(erasureView(c.var.resource, c.var.call.now)),
  )
  .delete('/:token', route({ who: 'anyone', load: linked }), async (c) => {
    await undoErasure(c.var.call, c.var.resource)
    return c.body(null, 204)
  })
