import { inArray, sql } from 'drizzle-orm'

import { version } from '../../../package.json'
import type { Call } from '../../foundation/call/call.ts'
import { inTime } from '../../foundation/in-time.ts'
import { operationTimes } from '../../foundation/tables.ts'
import { findMailOutcomes } from '../../notifications/find-mail-outcomes.ts'
import { minutesPerReview } from '../../scenarios/catalogue/catalogue.ts'
import { checkSigner } from '../health/checks.ts'
import { lastMigration } from '../health/last-migration.ts'
import { outcomeOf, patienceMs } from '../health/outcome.ts'
import { countDueNotes, countFailingNotes } from './count-notes.ts'
import {
  countBrokenPromises,
  countGivenMentorReviews,
  countWantedMentorReviews,
} from './count-reviews.ts'
import { countUnsigned, findOldestList } from './count-signatures.ts'
import { countedOf, none } from './counted.ts'
import { planLimits, planNameOf } from './plan-limits.ts'

const dayMs = 86_400_000
/** Of about 20 rows each: as many rows as the Free plan allows in a day. */
const mostChanges = 5_000

/** How this instance runs, for the operator's admins: counts and ages, and nobody's data. */
export async function findOperation(call: Call) {
  const { db, env } = call
  const [figures, mail, signer, vault] = await Promise.all([
    db.batch([
      findTimes(call),
      countDueNotes(call),
      countFailingNotes(call),
      countBrokenPromises(call),
      countWantedMentorReviews(call),
      countGivenMentorReviews(call),
      countUnsigned(call),
      findOldestList(call),
      countChanges(call),
      // As `run`, because only that also answers the size of the database.
      db.run(sql`SELECT max(name) AS name FROM d1_migrations`),
    ]),
    findMailOutcomes(call),
    outcomeOf(checkSigner(env), { problem: 'signer-away' }),
    inTime(env.VAULT.database(), patienceMs).catch(() => null),
  ])
  const [times, due, failing, broken, wanted, given, unsigned, lists, changes, database] = figures
  const timeOf = (name: string) => times.find((time) => time.name === name)?.at ?? null
  const oldestList = lists[0]?.at ?? null
  const changed = changes[0]?.n ?? 0
  const plan = planNameOf(env)
  return {
    tickedAt: timeOf('tick'),
    backedUpAt: timeOf('backup'),
    due: due.map(({ lane, ...row }) => ({ lane, ...countedOf(row) })),
    failing: failing.map(({ problem, ...row }) => ({ problem, ...countedOf(row) })),
    mail,
    brokenPromises: countedOf(broken[0] ?? none),
    mentorMinutes: {
      wanted: (wanted[0]?.n ?? 0) * minutesPerReview,
      givenInAWeek: (given[0]?.n ?? 0) * minutesPerReview,
    },
    signer,
    unsigned: countedOf(unsigned[0] ?? none),
    oldestListSignedAt: oldestList === null ? null : new Date(oldestList),
    plan: { name: plan, isLocal: env.ENVIRONMENT === 'local', ...planLimits[plan] },
    bytes: { own: database.meta.size_after, vault: vault?.bytes ?? null },
    changesInADay: { n: Math.min(changed, mostChanges), more: changed > mostChanges },
    versions: {
      app: version,
      applied: nameIn(database.results),
      expected: lastMigration,
      vault: vault && { applied: vault.applied, expected: vault.expected },
    },
  }
}

function findTimes({ db }: Call) {
  return db
    .select({ name: operationTimes.name, at: operationTimes.at })
    .from(operationTimes)
    .where(inArray(operationTimes.name, ['tick', 'backup']))
}

/** Every change has a row here for seven days, with its time. */
function countChanges({ db, now }: Call) {
  return db.all<{ n: number }>(sql`
    SELECT count(*) AS n FROM (SELECT 1 FROM idempotency_keys
      WHERE at > ${now.getTime() - dayMs} LIMIT ${mostChanges + 1})`)
}

function nameIn([row]: unknown[]): string | null {
  const name: unknown = Reflect.get(Object(row), 'name')
  return typeof name === 'string' ? name : null
}
