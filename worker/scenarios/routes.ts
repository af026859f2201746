import { route } from '../accounts/door/door.ts'
import { createApp } from '../http/factory.ts'
import { findCatalogue, findCataloguePage } from './catalogue/find-catalogue.ts'

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
