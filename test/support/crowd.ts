import { env } from 'cloudflare:workers'
import { eq, getTableColumns, getTableName, type Table } from 'drizzle-orm'

import { accounts, memberships } from '../../worker/accounts/tables.ts'
import { attempts, submissions } from '../../worker/attempts/tables.ts'
import { credentials } from '../../worker/credentials/tables.ts'
import { consents } from '../../worker/organizations/tables.ts'
import { decisions } from '../../worker/scoring/tables.ts'
import { visibilities, visibleCredentials } from '../../worker/talent/tables.ts'
import { db } from './builders.ts'
import { unsealAll } from './unseal.ts'

interface Member {
  student: string
  membership: string
  attempt: string
  submission: string
  decision: string
  credential: string
  consent: string
  shuffleKey: number
  statusIndex: number
  skill: string
  level: number
  mentorReviewed: number
  /** JSON lists, sorted. */
  regions: string
  countries: string
  remote: number
  month: string
  levels: string
}

type Like = Partial<
  Pick<
    Member,
    'skill' | 'level' | 'mentorReviewed' | 'regions' | 'countries' | 'remote' | 'month' | 'levels'
  >
>

let nextIndex = 0

/**
 * Many visible students, copied row by row from one who was made through the API. `likeness` says
 * how the n-th differs from that model.
 */
export async function aCrowd(
  model: { id: string; credentialIds: string[] },
  count: number,
  likeness: (n: number) => Like = () => ({}),
): Promise<Member[]> {
  await unsealAll()
  const taken = await takenIndexes()
  const members = Array.from({ length: count }, (_, n) => aMember(likeness(n), taken))
  const [credentialId = ''] = model.credentialIds
  const { membershipId, decisionId, submissionId, attemptId, consentId } =
    await modelOf(credentialId)
  await env.DB.batch([
    copies(accounts, members, model.id, { id: 'student', email_index: 'student' }),
    copies(memberships, members, membershipId, { id: 'membership', account_id: 'student' }),
    copies(attempts, members, attemptId, { id: 'attempt', student_id: 'student' }),
    copies(submissions, members, submissionId, {
      id: 'submission',
      attempt_id: 'attempt',
      student_id: 'student',
    }),
    copies(decisions, members, decisionId, { id: 'decision', submission_id: 'submission' }),
    copies(credentials, members, credentialId, {
      id: 'credential',
      student_id: 'student',
      decision_id: 'decision',
      status_index: 'statusIndex',
    }),
    copies(consents, members, consentId, { id: 'consent', student_id: 'student' }),
    copies(visibilities, members, model.id, {
      student_id: 'student',
      consent_id: 'consent',
      shuffle_key: 'shuffleKey',
      regions: 'regions',
      remote: 'remote',
    }),
    copies(visibleCredentials, members, credentialId, {
      credential_id: 'credential',
      student_id: 'student',
      shuffle_key: 'shuffleKey',
      skill: 'skill',
      level: 'level',
      mentor_reviewed: 'mentorReviewed',
      regions: 'regions',
      countries: 'countries',
      month: 'month',
      levels: 'levels',
    }),
  ])
  return members
}

/** The status list indexes in use. The product draws them at random, so copies must avoid them. */
async function takenIndexes(): Promise<Set<number>> {
  const rows = await db.select({ at: credentials.statusIndex }).from(credentials)
  return new Set(rows.map(({ at }) => at))
}

function aMember(like: Like, taken: Set<number>): Member {
  do nextIndex++
  while (taken.has(100_000 + nextIndex))
  return {
    student: crypto.randomUUID(),
    membership: crypto.randomUUID(),
    attempt: crypto.randomUUID(),
    submission: crypto.randomUUID(),
    decision: crypto.randomUUID(),
    credential: crypto.randomUUID(),
    consent: crypto.randomUUID(),
    shuffleKey: aShuffleKey(),
    statusIndex: 100_000 + nextIndex,
    skill: 'collaboration',
    level: 3,
    mentorReviewed: 1,
    regions: '[]',
    countries: '[]',
    remote: 0,
    month: '2026-10',
    levels: '[3,3,3,3]',
    ...like,
  }
}

const shuffleKeys = new Set<number>()

/**
 * A random shuffle key that was not drawn before: among 10,000 random keys two are equal in one run
 * of forty.
 */
function aShuffleKey(): number {
  const key = (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % 2_147_483_647
  if (shuffleKeys.has(key)) return aShuffleKey()
  shuffleKeys.add(key)
  return key
}

const keyOf: Record<string, string> = {
  visibilities: 'student_id',
  visible_credentials: 'credential_id',
}

/** Copies a row once for each member, with some columns taken from the member. */
function copies(
  table: Table,
  members: Member[],
  modelId: string,
  taken: Record<string, keyof Member>,
) {
  const name = getTableName(table)
  const columns = Object.values(getTableColumns(table)).map((column) => column.name)
  const values = columns.map((column) =>
    taken[column] ? `m.value ->> '${taken[column]}'` : `t.${column}`,
  )
  return env.DB.prepare(
    `INSERT INTO ${name} (${columns.join(', ')}) SELECT ${values.join(', ')}
     FROM ${name} t, json_each(?1) m WHERE t.${keyOf[name] ?? 'id'} = ?2`,
  ).bind(JSON.stringify(members), modelId)
}

interface Model {
  membershipId: string
  decisionId: string
  submissionId: string
  attemptId: string
  consentId: string
}

/** The rows behind the model's first badge. */
async function modelOf(credentialId: string): Promise<Model> {
  const row = await db
    .select({
      membershipId: memberships.id,
      decisionId: credentials.decisionId,
      submissionId: decisions.submissionId,
      attemptId: submissions.attemptId,
      consentId: visibilities.consentId,
    })
    .from(credentials)
    .innerJoin(decisions, eq(decisions.id, credentials.decisionId))
    .innerJoin(submissions, eq(submissions.id, decisions.submissionId))
    .innerJoin(visibilities, eq(visibilities.studentId, credentials.studentId))
    .innerJoin(memberships, eq(memberships.accountId, credentials.studentId))
    .where(eq(credentials.id, credentialId))
    .get()
  if (!row) throw new Error('The model shows no badge.')
  return row
}
