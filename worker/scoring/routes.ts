import { route } from '../accounts/door/door.ts'
import { createApp } from '../http/factory.ts'
import { findResult } from './find-result.ts'

/** Under /api/attempts: what became of a hand-in, for its author alone. */
export const resultRoutes = createApp().get(
  '/:attemptId/result',
  route({ who: 'account', load: findResult }),
  (c) => c.json(c.var.resource),
)
