import type { InferResponseType } from 'hono/client'

import { clientsFor } from './client.ts'
import type { Doors } from './doors.ts'
import { patiently } from './response.ts'

const clients = clientsFor(patiently)

/** Where the name of a client is not that of its path. */
const otherPaths: Partial<Record<string, string>> = {
  erasureLinks: 'erasures',
  identities: 'disclosures',
  itemAgreements: 'attempts',
  agreedItems: 'item-agreements',
  invitationLinks: 'invitations',
  ownReviews: 'reviews',
  pastWork: 'claims',
  results: 'attempts',
}

/** `api.reviewWork` asks `/api/review-work`. */
export const api = new Proxy({} as Doors, {
  get: (_, name: string) => clients(`/api/${otherPaths[name] ?? inKebabCase(name)}`),
})

const inKebabCase = (name: string) => name.replaceAll(/[A-Z]/g, (one) => `-${one.toLowerCase()}`)

/** The body of a route's answer: `ResponseOf<typeof api.session.index.$get>`. */
export type ResponseOf<Door> = InferResponseType<Door, 200>

/** The body of the answer of a route that answers 201. */
export type MadeBy<Door> = InferResponseType<Door, 201>

/** Further headers of a call, such as its Idempotency-Key. */
export interface CallOptions {
  headers: Record<string, string>
}
