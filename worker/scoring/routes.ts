import { route } from '../accounts/door/door.ts'
import { createApp } from '../http/factory.ts'
import { findResult } from './result/find-result.ts'
import { findOwnFigures } from './reviewer/find-own-figures.ts'

/** Under /api/attempts: the result of the last hand-in, or of one round, for its author only. */
export const resultRoutes = createApp()
  .get('/:attemptId/result', route({ who: 'account', load: findResult }), (c) =>
    c.json(c.var.resource),
  )
  .get('/:attemptId/rounds/:number/result', route({ who: 'account', load: findResult }), (c) =>
    c.json(c.var.resource),
  )

/** How the caller's levels compare with known levels; for nobody else. */
export const reviewFigureRoutes = createApp().get(
  '/',
  route({ who: ['student', 'mentor'] }),
  async (c) => c.json(await findOwnFigures(c.var.call)),
)
