import { route } from '../accounts/door/door.ts'
import { createApp } from '../http/factory.ts'
import { agreeToItem } from './item/agree-to-item.ts'
import { declineItem } from './item/decline-item.ts'
import { findAgreedItems } from './item/find-agreed-items.ts'
import { findItemQuestion, itemQuestionView } from './item/find-item-question.ts'

// As for a result: also after the membership has ended.
const own = { who: 'account', load: findItemQuestion } as const

/** Under /api/attempts: whether the author's answer may become a hidden item. */
export const itemAgreementRoutes = createApp()
  .get('/:attemptId/item-agreement', route(own), (c) => c.json(itemQuestionView(c.var.resource)))
  .put('/:attemptId/item-agreement', route({ ...own, perDay: 20 }), async (c) =>
    c.json(await agreeToItem(c.var.call, c.var.resource)),
  )
  .delete('/:attemptId/item-agreement', route(own), async (c) => {
    await declineItem(c.var.call, c.var.resource)
    return c.body(null, 204)
  })

/** The answers for which the caller agreed. */
export const agreedItemRoutes = createApp().get('/', route({ who: 'account' }), async (c) =>
  c.json(await findAgreedItems(c.var.call)),
)
