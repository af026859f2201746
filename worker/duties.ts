import { lapseAttempts } from './attempts/attempt/lapse-attempts.ts'
import { expireCredentials } from './credentials/award/expire-credentials.ts'
import { reissueStolen } from './credentials/award/reissue-stolen.ts'
import { renewLostAwards } from './credentials/award/renew-lost-awards.ts'
import { renewIssuerKeys } from './credentials/issuer/renew-issuer-keys.ts'
import { refreshSignatures } from './credentials/signature/refresh-signatures.ts'
import { endOldRows } from './end-old-rows.ts'
import type { Bindings } from './env.ts'
import { reviveNotes } from './foundation/outbox/revive-notes.ts'
import { eraseAccounts } from './insights/erasure/erase-accounts.ts'
import { noticeIdle } from './insights/idle/notice-idle.ts'
import { renewLostRequests } from './interviews/request/renew-lost-requests.ts'
import { reindexAddresses } from './reindex-addresses.ts'
import { lapseClaims } from './reviews/claim/lapse-claims.ts'
import { keepPromises } from './reviews/promise/keep-promises.ts'
import { remindReviewers } from './reviews/promise/remind-reviewers.ts'
import { watchMentorTime } from './reviews/promise/watch-mentor-time.ts'
import { watchPromises } from './reviews/promise/watch-promises.ts'
import { publishArrivedChallenges } from './scenarios/publish/publish-arrived-challenges.ts'
import { showFigures } from './scoring/reviewer/show-figures.ts'
import { measureVersions } from './scoring/version/measure-versions.ts'
import { openResults } from './scoring/delay/open-results.ts'
import { settleKeys } from './settle-keys.ts'

/** Work of the cron. A duty that stops halfway goes on in its next run. */
export type Duty = (env: Bindings, now: Date) => Promise<unknown>

/** Every minute. */
export const duties: Record<string, Duty> = {
  lapseAttempts,
  lapseClaims,
  watchPromises,
  keepPromises,
  remindReviewers,
  watchMentorTime,
  openResults,
  expireCredentials,
  renewIssuerKeys,
  reissueStolen,
  refreshSignatures,
  publishArrivedChallenges,
  endOldRows,
  eraseAccounts,
  settleKeys,
  reindexAddresses,
  tidyVault: ({ VAULT }) => VAULT.tidy(),
}

/**
 * Once an hour: repairs after lost or dead notes, accounts that nobody uses, and what changes by the
 * night or the week.
 */
export const hourlyDuties: Record<string, Duty> = {
  reviveNotes,
  renewLostAwards,
  renewLostRequests,
  noticeIdle,
  measureVersions,
  showFigures,
}
