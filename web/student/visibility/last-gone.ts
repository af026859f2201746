import { signedDay } from '../../lib/format/dates.ts'
import { m } from '../../paraglide/messages.js'
import type { VisibilityPage } from '../visibility.ts'

type Ends = Pick<VisibilityPage, 'ranOutAt' | 'revokedAt'>

/** How the last valid badge was lost, expired or revoked; undefined if none was. */
export function lastGone({ ranOutAt, revokedAt }: Ends) {
  if (revokedAt && (!ranOutAt || revokedAt > ranOutAt)) {
    const date = signedDay(revokedAt)
    return {
      words: m.visibility_revoked_title({ date }),
      nobody: m.visibility_on_revoked({ date }),
    }
  }
  if (!ranOutAt) return undefined
  const date = signedDay(ranOutAt)
  return { words: m.visibility_ran_out_title({ date }), nobody: m.visibility_on_ran_out({ date }) }
}
