import { lapseAttempts } from './attempts/attempt/lapse-attempts.ts'
import { expireCredentials } from './credentials/award/expire-credentials.ts'
import { reissueStolen } from './credentials/award/reissue-stolen.ts'
import { renewIssuerKeys } from './credentials/issuer/renew-issuer-keys.ts'
import { refreshSignatures } from './credentials/signature/refresh-signatures.ts'
import { renewLostAwards } from './credentials/award/renew-lost-awards.ts'
import { endOldRows } from './end-old-rows.ts'
import type { Bindings } from './env.ts'
import { clock } from './foundation/call/clock.ts'
import { drain } from './foundation/outbox/drain.ts'
import { isFirstInHour } from './foundation/reader/first-in-hour.ts'
import { log } from './foundation/call/log.ts'
import { reviveNotes } from './foundation/outbox/revive-notes.ts'
import { noticeIdle } from './insights/idle/notice-idle.ts'
import { renewLostRequests } from './interviews/request/renew-lost-requests.ts'
import { reactions } from './reactions.ts'
import { keepPromises } from './reviews/promise/keep-promises.ts'
import { eraseAccounts } from './insights/erasure/erase-accounts.ts'
import { reindexAddresses } from './reindex-addresses.ts'
import { settleKeys } from './settle-keys.ts'
import { lapseClaims } from './reviews/claim/lapse-claims.ts'
import { remindReviewers } from './reviews/promise/remind-reviewers.ts'
import { watchPromises } from './reviews/promise/watch-promises.ts'
import { publishArrivedChallenges } from './scenarios/publish/publish-arrived-challenges.ts'

type Duty = (env: Bindings, now: Date) => Promise<unknown>

const duties: Record<string, Duty> = {
  lapseAttempts,
  lapseClaims,
  watchPromises,
  keepPromises,
  remindReviewers,
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

/** Once an hour: repairs after lost or dead notes, and accounts that nobody uses. */
const hourly: Record<string, Duty> = {
  reviveNotes,
  renewLostAwards,
  renewLostRequests,
  noticeIdle,
}

/**
 * Runs every minute: first the duties, then the hourly repairs if they are due, then due notes.
 */
export async function tick(env: Bindings): Promise<void> {
  await doAll(env, duties)
  await doAll(env, { sweep })
  await doAll(env, { drain: () => drain(env, reactions) })
}

async function sweep(env: Bindings, now: Date): Promise<void> {
  if (await isFirstInHour(env, now, 'sweep')) await doAll(env, hourly)
}

async function doAll(env: Bindings, all: Record<string, Duty>): Promise<void> {
  for (const [name, duty] of Object.entries(all)) {
    try {
      await duty(env, clock(env))
    } catch (error) {
      // A duty that fails must not stop the others.
      log('error', 'tick.failed', { duty: name, problem: error instanceof Error ? error.name : '' })
    }
  }
}
