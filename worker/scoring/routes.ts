import { route } from '../accounts/door/door.ts'
import { createApp } from '../http/factory.ts'
import { findResult } from './find-result.ts'

/** Under /api/attempts: the result of a hand-in, for its author only. */
export const resultRoutes = createApp().get(
  '/:attemptId/result',
  route({ who: 'account', load: findResult }),
  (c) => c.json(c.var.resource),
)
