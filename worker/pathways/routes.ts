import { route } from '../accounts/door/door.ts'
import { actingOf } from '../accounts/session/acting.ts'
import type { Call } from '../foundation/call/call.ts'
import { PageQuery } from '../foundation/text/page.ts'
import { body, query } from '../http/body.ts'
import { createApp } from '../http/factory.ts'
import { AttestInput } from './attestation/attest-input.ts'
import { attest, endAttestation } from './attestation/attest.ts'
import { findOwnAttestation, listAttestations } from './attestation/find-attestations.ts'
import { EnrolInput } from './enrolment/enrol-input.ts'
import { enrol } from './enrolment/enrol.ts'
import { findOwnEnrolment, leavePathway } from './enrolment/leave-pathway.ts'
import { SaveDraftInput } from './pathway/draft-input.ts'
import { findDesign, listDesigns } from './pathway/find-designs.ts'
import { findOwnPathway } from './pathway/find-own-pathway.ts'
import { findPathwayToPublish } from './pathway/find-pathway-to-publish.ts'
import { makePathway } from './pathway/make-pathway.ts'
import { offerPathway } from './pathway/offer-pathway.ts'
import {
  MakePathwayInput,
  OfferPathwayInput,
  PublishVersionInput,
} from './pathway/pathway-input.ts'
import { publishVersion } from './pathway/publish-version.ts'
import { saveDraft } from './pathway/save-draft.ts'
import { findPathway, listPathways } from './progress/find-pathways.ts'
import type { PathwayView } from './progress/pathway-view.ts'

const admin = { who: ['admin'] } as const
const ownPathway = (call: Call, { pathwayId = '' }: Record<string, string>) =>
  findOwnPathway(call, pathwayId)

interface Listed extends Awaited<ReturnType<typeof listPathways>> {
  designs: Awaited<ReturnType<typeof listDesigns>>
}

interface OneOf {
  design: NonNullable<Awaited<ReturnType<typeof findDesign>>> | null
  pathway: PathwayView | null
}

const isAdmin = ({ acting }: Call) => acting?.role === 'admin' && acting.kind === 'programme'

/** For an admin of a programme: what it designs. For everybody else: what they can choose. */
export const pathwayRoutes = createApp()
  .get('/', route({ who: 'account' }), query(PageQuery), async (c) => {
    const { call } = c.var
    const none: Listed = { designs: [], pathways: [], next: null }
    return c.json(
      isAdmin(call)
        ? { ...none, designs: await listDesigns(call, actingOf(call)) }
        : { ...(await listPathways(call, c.req.valid('query'))), designs: none.designs },
    )
  })
  .get(
    '/:pathwayId',
    route({
      who: 'account',
      load: async (call, { pathwayId = '' }): Promise<OneOf | undefined> => {
        if (!isAdmin(call)) {
          const pathway = await findPathway(call, pathwayId)
          return pathway && { design: null, pathway }
        }
        const design = await findDesign(call, pathwayId)
        return design && { design, pathway: null }
      },
    }),
    (c) => c.json(c.var.resource),
  )
  .post('/', route(admin), body(MakePathwayInput), async (c) => {
    const { call } = c.var
    return c.json(await makePathway(call, actingOf(call), c.req.valid('json')), 201)
  })
  .put('/:pathwayId', route({ ...admin, load: ownPathway }), body(SaveDraftInput), async (c) =>
    c.json(await saveDraft(c.var.call, c.var.resource, c.req.valid('json'))),
  )
  .post(
    '/:pathwayId/versions',
    route({
      ...admin,
      load: (call, { pathwayId = '' }) => findPathwayToPublish(call, pathwayId),
    }),
    body(PublishVersionInput),
    async (c) => {
      const { version } = c.req.valid('json')
      return c.json(await publishVersion(c.var.call, c.var.resource, version), 201)
    },
  )
  .put(
    '/:pathwayId/offer',
    route({ ...admin, load: ownPathway }),
    body(OfferPathwayInput),
    async (c) =>
      c.json(await offerPathway(c.var.call, c.var.resource, c.req.valid('json').offered)),
  )

export const enrolmentRoutes = createApp()
  .post('/', route({ who: ['student'] }), body(EnrolInput), async (c) =>
    c.json(await enrol(c.var.call, c.req.valid('json')), 201),
  )
  .delete(
    '/:enrolmentId',
    route({
      who: 'account',
      load: (call, { enrolmentId = '' }) => findOwnEnrolment(call, enrolmentId),
    }),
    async (c) => {
      await leavePathway(c.var.call, c.var.resource)
      return c.body(null, 204)
    },
  )

export const attestationRoutes = createApp()
  .get('/', route(admin), query(PageQuery), async (c) =>
    c.json(await listAttestations(c.var.call, actingOf(c.var.call), c.req.valid('query'))),
  )
  .post('/', route(admin), body(AttestInput), async (c) => {
    const { call } = c.var
    return c.json(await attest(call, actingOf(call), c.req.valid('json')), 201)
  })
  .delete(
    '/:attestationId',
    route({
      ...admin,
      load: (call, { attestationId = '' }) => findOwnAttestation(call, attestationId),
    }),
    async (c) => {
      await endAttestation(c.var.call, c.var.resource)
      return c.body(null, 204)
    },
  )
