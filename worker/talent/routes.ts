import { route } from '../accounts/door/door.ts'
import { PageQuery } from '../foundation/text/page.ts'
import { body, query } from '../http/body.ts'
import { createApp } from '../http/factory.ts'
import { BlockInput } from './block/block-input.ts'
import { blockEmployer, unblockEmployer } from './block/block-employer.ts'
import { endVisibility } from './visibility/end-visibility.ts'
import { findBlocksPage, findOwnBlock } from './block/find-blocks.ts'
import { findOwnConsent, listConsents } from './visibility/find-consents.ts'
import { listDisclosures } from './visibility/find-disclosures.ts'
import { findPreview, previewDraft } from './card/find-preview.ts'
import { findVisibilityPage } from './visibility/find-visibility-page.ts'
import { grantVisibility } from './visibility/grant-visibility.ts'
import { narrowVisibility } from './visibility/narrow-visibility.ts'
import {
  DraftPreviewInput,
  GrantVisibilityInput,
  NarrowVisibilityInput,
  PreviewQuery,
} from './visibility/visibility-input.ts'
import { withdrawConsent } from './visibility/withdraw-consent.ts'

// `account`, not a role: people keep access to their own data when their membership ends.
const own = { who: 'account' } as const

/** Who may see what about the student. Off until the student turns it on, field by field. */
export const visibilityRoutes = createApp()
  .get('/', route(own), async (c) => c.json(await findVisibilityPage(c.var.call)))

  .post('/', route({ ...own, fresh: true }), body(GrantVisibilityInput), async (c) => {
    return c.json(await grantVisibility(c.var.call, c.req.valid('json')), 201)
  })

  .put('/', route(own), body(NarrowVisibilityInput), async (c) => {
    return c.json(await narrowVisibility(c.var.call, c.req.valid('json')))
  })

  .delete('/', route(own), async (c) => {
    await endVisibility(c.var.call)
    return c.body(null, 204)
  })

  .get('/preview', route(own), query(PreviewQuery), async (c) => {
    return c.json(await findPreview(c.var.call, c.req.valid('query')))
  })

  // Draft fields are too long for an address, so they come in a body.
  .post('/previews', route(own), body(DraftPreviewInput), async (c) => {
    return c.json(await previewDraft(c.var.call, c.req.valid('json')))
  })

export const blockRoutes = createApp()
  .get('/', route(own), query(PageQuery), async (c) => {
    return c.json(await findBlocksPage(c.var.call, c.req.valid('query')))
  })

  .post('/', route({ ...own, perDay: 200 }), body(BlockInput), async (c) => {
    return c.json(await blockEmployer(c.var.call, c.req.valid('json')), 201)
  })

  .delete(
    '/:blockId',
    route({ ...own, load: (call, { blockId = '' }) => findOwnBlock(call, blockId) }),
    async (c) => {
      await unblockEmployer(c.var.call, c.var.resource)
      return c.body(null, 204)
    },
  )

export const consentRoutes = createApp()
  .get('/', route(own), query(PageQuery), async (c) => {
    return c.json(await listConsents(c.var.call, c.req.valid('query')))
  })

  .delete(
    '/:consentId',
    route({ ...own, load: (call, { consentId = '' }) => findOwnConsent(call, consentId) }),
    async (c) => {
      await withdrawConsent(c.var.call, c.var.resource)
      return c.body(null, 204)
    },
  )

export const disclosureRoutes = createApp().get('/', route(own), query(PageQuery), async (c) => {
  return c.json(await listDisclosures(c.var.call, c.req.valid('query')))
})
