import { sql } from 'drizzle-orm'

import { open } from '../../foundation/crypto/seal.ts'
import { readEdition } from '../edition/edition.ts'

/** The opening's title, for a request that was never written. */
export const openingTitle = sql<string>`(SELECT ov.content ->> 'title' FROM opening_versions ov
  WHERE ov.opening_id = interview_requests.opening_id ORDER BY ov.state = 'approved' DESC, ov.number DESC LIMIT 1)`

/** The title that a wording has: an opening can change after a request was sent. */
export async function titleOf(wording: string | null, otherwise: string): Promise<string> {
  return wording === null ? otherwise : readEdition(await open(wording)).title
}
