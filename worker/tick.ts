import { lapseAttempts } from './attempts/lapse-attempts.ts'
import { expireCredentials } from './credentials/expire-credentials.ts'
import { refreshSignatures } from './credentials/refresh-signatures.ts'
import type { Bindings } from './env.ts'
import { clock } from './foundation/clock.ts'
import { drain } from './foundation/drain.ts'
import { log } from './foundation/log.ts'
import { reactions } from './reactions.ts'
import { keepPromises } from './reviews/keep-promises.ts'
import { lapseClaims } from './reviews/lapse-claims.ts'
import { remindReviewers } from './reviews/remind-reviewers.ts'
import { publishArrivedChallenges } from './scenarios/publish-arrived-challenges.ts'

const duties = {
  lapseAttempts,
  lapseClaims,
  keepPromises,
  remindReviewers,
  expireCredentials,
  refreshSignatures,
  publishArrivedChallenges,
}

/** What the clock does each minute: what has run out, what was promised, then answer what is due. */
export async function tick(env: Bindings): Promise<void> {
  for (const [name, duty] of Object.entries(duties)) {
    try {
      await duty(env, clock(env))
    } catch (error) {
      // One duty that fails must not keep the others from being done.
      log('error', 'tick.failed', { duty: name, problem: error instanceof Error ? error.name : '' })
    }
  }
  await drain(env, reactions)
}
