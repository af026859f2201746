import { version } from '../../../package.json'
import { whyNotReady } from '../../accounts/door/production.ts'
import type { Call } from '../../foundation/call/call.ts'
import {
  checkMail,
  checkMigrations,
  checkSealed,
  checkSigner,
  checkTick,
  checkVault,
  findTick,
} from './checks.ts'
import { lastMigration } from './last-migration.ts'
import { outcomeOf } from './outcome.ts'

/**
 * Whether this instance works, for a monitor: yes or no and a short name for each part, without
 * secrets and without counts of people. It never throws.
 */
export async function checkHealth(call: Call) {
  const { env, now } = call
  const tick = findTick(call)
  const [production, mail, signer, vault, ticked, migrations, sealed] = await Promise.all([
    outcomeOf(whyNot(call), { problem: 'could-not-be-checked' }),
    outcomeOf(Promise.resolve(checkMail(env)), { carrier: null, problem: 'could-not-be-checked' }),
    outcomeOf(checkSigner(env), { problem: 'signer-away' }),
    outcomeOf(checkVault(env), { problem: 'vault-away' }),
    outcomeOf(
      tick.then((found) => checkTick(found, now)),
      { ageSeconds: null, problem: 'database-away' },
    ),
    outcomeOf(checkMigrations(call), {
      applied: null,
      expected: lastMigration,
      vault: null,
      problem: 'migrations-unknown',
    }),
    outcomeOf(
      tick.then((found) => checkSealed(call, found)),
      { problem: 'sealed-text-does-not-open' },
    ),
  ])
  const checks = { production, mail, signer, vault, tick: ticked, migrations, sealed }
  return {
    ok: Object.values(checks).every(({ ok }) => ok),
    environment: env.ENVIRONMENT,
    version,
    checks,
  }
}

/** Why the gate of production answers 503 to everybody (`refuse-unready.ts`). */
async function whyNot({ env }: Call) {
  return { problem: await whyNotReady(env) }
}
