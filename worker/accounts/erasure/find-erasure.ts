import { and, eq, isNull } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { hashToken } from '../session/session.ts'
import { erasures } from '../tables.ts'

export type Erasure = typeof erasures.$inferSelect

/** The erasure that a mailed link is about, by the link's token. No session is needed. */
export async function findErasure(call: Call, token: string): Promise<Erasure | undefined> {
  const tokenHash = await hashToken(token)
  return call.db.select().from(erasures).where(eq(erasures.tokenHash, tokenHash)).get()
}

/** The erasure of an account that is neither undone nor finished, if any. */
export function findLiveErasure(call: Call, accountId: string): Promise<Erasure | undefined> {
  const live = and(
    eq(erasures.accountId, accountId),
    isNull(erasures.undoneAt),
    isNull(erasures.finishedAt),
  )
  return call.db.select().from(erasures).where(live).get()
}

/** What the page behind the link shows. No name, because a link can be forwarded. */
export function erasureView({ dueAt, undoneAt, finishedAt }: Erasure, now: Date) {
  if (undoneAt) return { state: 'undone' as const, dueAt }
  return { state: finishedAt || dueAt <= now ? ('over' as const) : ('waiting' as const), dueAt }
}
