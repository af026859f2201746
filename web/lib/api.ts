import { hc, type InferResponseType } from 'hono/client'

import type {
  accountRoutes,
  sessionRoutes,
  sessionsRoutes,
  signInRoutes,
} from '../../worker/accounts/routes.ts'
import { patiently } from './answer.ts'

const calls = { fetch: patiently }

/** The doors of the Worker, a line for each noun. Types only: nothing of the Worker is loaded here. */
export const api = {
  account: hc<typeof accountRoutes>('/api/account', calls),
  session: hc<typeof sessionRoutes>('/api/session', calls),
  sessions: hc<typeof sessionsRoutes>('/api/sessions', calls),
  signIns: hc<typeof signInRoutes>('/api/sign-ins', calls),
}

/** What a door answers with: `AnswerOf<typeof api.session.$get>`. */
export type AnswerOf<Door> = InferResponseType<Door, 200>

/** Further headers of a call, such as its Idempotency-Key. */
export interface CallOptions {
  headers: Record<string, string>
}
