import { and, desc, eq, sql } from 'drizzle-orm'

import { accounts } from '../../accounts/tables.ts'
import { submissions } from '../../attempts/tables.ts'
import type { Call } from '../../foundation/call/call.ts'
import { type PageQuery, behind, pageOf } from '../../foundation/text/page.ts'
import { decisions } from '../../scoring/tables.ts'
import { achievements, credentialTemplates, credentials, issuers } from '../tables.ts'

export type OwnCredential = NonNullable<Awaited<ReturnType<typeof findOwnCredential>>>
export type OwnCredentialEntry = Awaited<
  ReturnType<typeof listOwnCredentials>
>['credentials'][number]

const entry = {
  id: credentials.id,
  skill: achievements.skill,
  level: credentials.level,
  state: credentials.state,
  achievementId: achievements.id,
  issuerName: issuers.name,
  issuerUrl: issuers.url,
  origin: issuers.origin,
  createdAt: credentials.createdAt,
  awardedAt: credentials.awardedAt,
  validUntil: credentials.validUntil,
  endedAt: credentials.endedAt,
  publishedAt: credentials.publishedAt,
  shownName: credentials.shownName,
  listed: credentials.listed,
  publicationVersion: credentials.publicationVersion,
}

const pageSize = 50

/** The caller's badges from every programme, the latest first. */
export async function listOwnCredentials({ db, actorId }: Call, query: PageQuery) {
  const rows = await db
    .select(entry)
    .from(credentials)
    .innerJoin(achievements, eq(achievements.id, credentials.achievementId))
    .innerJoin(issuers, eq(issuers.organizationId, achievements.organizationId))
    .where(sql`${eq(credentials.studentId, actorId)}
      ${behind(
        query,
        (after) => sql`(${credentials.awardedAt}, ${credentials.id}) < (
        SELECT +awarded_at, +id FROM credentials WHERE id = ${after} AND student_id = ${actorId})`,
      )}`)
    .orderBy(desc(credentials.awardedAt), desc(credentials.id))
    .limit(pageSize + 1)
  const { shown, next } = pageOf(rows, pageSize, ({ id }) => id)
  return { credentials: shown, next }
}

/** The caller's badge, with what its document is rebuilt from; undefined for anybody else's. */
export function findOwnCredential(
  { db, actorId }: Call,
  { credentialId = '' }: Record<string, string>,
) {
  return db
    .select({
      ...entry,
      skeleton: credentialTemplates.skeleton,
      slotValues: credentials.slotValues,
      keyId: credentials.keyId,
      proofValue: credentials.proofValue,
      evidenceSalt: submissions.evidenceSalt,
      submissionId: submissions.id,
      holder: {
        sealedName: accounts.name,
        birthYear: accounts.birthYear,
        birthMonth: accounts.birthMonth,
      },
    })
    .from(credentials)
    .innerJoin(credentialTemplates, eq(credentialTemplates.hash, credentials.templateHash))
    .innerJoin(achievements, eq(achievements.id, credentials.achievementId))
    .innerJoin(issuers, eq(issuers.organizationId, achievements.organizationId))
    .innerJoin(decisions, eq(decisions.id, credentials.decisionId))
    .innerJoin(submissions, eq(submissions.id, decisions.submissionId))
    .innerJoin(accounts, eq(accounts.id, credentials.studentId))
    .where(and(eq(credentials.id, credentialId), eq(credentials.studentId, actorId)))
    .get()
}
