import { route } from '../accounts/door/door.ts'
import { createApp } from '../http/factory.ts'
import { findCatalogue, findCataloguePage } from './catalogue/find-catalogue.ts'
import { findWait } from './catalogue/find-wait.ts'

/** The public catalogue: the challenges, how long they take, and how they are reviewed. */
export const challengeRoutes = createApp()
  .get('/', route({ who: 'anyone' }), async (c) => {
    return c.json({ challenges: await findCatalogue(c.var.call) })
  })
  .get(
    '/:challengeId',
    route({
      who: 'anyone',
      load: (call, { challengeId = '' }) => findCataloguePage(call, challengeId),
    }),
    (c) => c.json(c.var.resource),
  )

  /** How long people in the caller's programme waited for their result. */
  .get(
    '/:challengeId/wait',
    route({ who: 'account', load: (call, { challengeId = '' }) => findWait(call, challengeId) }),
    (c) => c.json(c.var.resource),
  )
