import { route } from '../accounts/door.ts'
import { body, query } from '../http/body.ts'
import { createApp } from '../http/factory.ts'
import { BlockInput } from './block-input.ts'
import { blockEmployer, unblockEmployer } from './block-employer.ts'
import { endVisibility } from './end-visibility.ts'
import { findBlocksPage, findOwnBlock } from './find-blocks.ts'
import { findOwnConsent, listConsents } from './find-consents.ts'
import { DisclosuresQuery, listDisclosures } from './find-disclosures.ts'
import { findPreview, previewDraft } from './find-preview.ts'
import { findVisibilityPage } from './find-visibility-page.ts'
import { grantVisibility } from './grant-visibility.ts'
import { narrowVisibility } from './narrow-visibility.ts'
import {
  DraftPreviewInput,
  GrantVisibilityInput,
  NarrowVisibilityInput,
  PreviewQuery,
} from './visibility-input.ts'
import { withdrawConsent } from './withdraw-consent.ts'

const student = { who: ['student'] } as const

/** Who sees what of me: off until its owner turns it on, field by field. */
export const visibilityRoutes = createApp()
  .get('/', route(student), async (c) => c.json(await findVisibilityPage(c.var.call)))

  .post('/', route({ ...student, fresh: true }), body(GrantVisibilityInput), async (c) => {
    return c.json(await grantVisibility(c.var.call, c.req.valid('json')), 201)
  })

  .put('/', route(student), body(NarrowVisibilityInput), async (c) => {
    return c.json(await narrowVisibility(c.var.call, c.req.valid('json')))
  })

  .delete('/', route(student), async (c) => {
    await endVisibility(c.var.call)
    return c.body(null, 204)
  })

  .get('/preview', route(student), query(PreviewQuery), async (c) => {
    return c.json(await findPreview(c.var.call, c.req.valid('query')))
  })

  // Fields that are not switched on yet are too much for an address, so they come as a body.
  .post('/previews', route(student), body(DraftPreviewInput), async (c) => {
    return c.json(await previewDraft(c.var.call, c.req.valid('json')))
  })

export const blockRoutes = createApp()
  .get('/', route(student), async (c) => c.json(await findBlocksPage(c.var.call)))

  .post('/', route({ ...student, perDay: 200 }), body(BlockInput), async (c) => {
    return c.json(await blockEmployer(c.var.call, c.req.valid('json')), 201)
  })

  .delete(
    '/:blockId',
    route({ ...student, load: (call, { blockId = '' }) => findOwnBlock(call, blockId) }),
    async (c) => {
      await unblockEmployer(c.var.call, c.var.thing)
      return c.body(null, 204)
    },
  )

export const consentRoutes = createApp()
  .get('/', route(student), async (c) => c.json({ consents: await listConsents(c.var.call) }))

  .delete(
    '/:consentId',
    route({ ...student, load: (call, { consentId = '' }) => findOwnConsent(call, consentId) }),
    async (c) => {
      await withdrawConsent(c.var.call, c.var.thing)
      return c.body(null, 204)
    },
  )

export const disclosureRoutes = createApp().get(
  '/',
  route(student),
  query(DisclosuresQuery),
  async (c) => {
    return c.json(await listDisclosures(c.var.call, c.req.valid('query')))
  },
)
