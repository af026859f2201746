import { sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { readEdition } from '../edition/edition.ts'
import { openDraft, openEdition, type StoredWording } from '../sealed/wording.ts'

/** SQL: the opening's title, for a request that has neither a wording nor a draft. */
export const openingTitle = sql<string>`(SELECT ov.content ->> 'title' FROM opening_versions ov
  WHERE ov.opening_id = interview_requests.opening_id ORDER BY ov.state = 'approved' DESC, ov.number DESC LIMIT 1)`

interface Titled {
  /** The latest wording that was sent. */
  wording: StoredWording | null | undefined
  request: { id: string; draft: string | null }
  openingTitle: string
}

/** The title of a request: of its wording or draft, because an opening can change later. */
export async function titleOf(call: Call, titled: Titled): Promise<string> {
  const { wording, request } = titled
  if (wording) return (await openEdition(call, wording)).title
  if (request.draft === null) return titled.openingTitle
  return readEdition(await openDraft(call, request.id, request.draft)).title
}
