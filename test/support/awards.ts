import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import * as v from 'valibot'

import { submissions, attempts } from '../../worker/attempts/tables.ts'
import { awardCredential } from '../../worker/credentials/award/award-credential.ts'
import { defineAchievement } from '../../worker/credentials/achievement/define-achievement.ts'
import { defineTemplate } from '../../worker/credentials/achievement/define-template.ts'
import { draftAward } from '../../worker/credentials/award/draft-award.ts'
import { findAwardFacts } from '../../worker/credentials/award/find-award-facts.ts'
import { mayIssue } from '../../worker/credentials/award/may-issue.ts'
import { Achievement } from '../../worker/credentials/document/open-badge.ts'
import { prepareCredential } from '../../worker/credentials/award/prepare-credential.ts'
import { registerIssuer } from '../../worker/credentials/issuer/register-issuer.ts'
import { signCredential } from '../../worker/credentials/signature/sign-credential.ts'
import { credentials } from '../../worker/credentials/tables.ts'
import type { Bindings } from '../../worker/env.ts'
import { canonicalJson } from '../../worker/foundation/crypto/canonical.ts'
import { part } from '../../worker/foundation/commit/commit.ts'
import { sha256Hex } from '../../worker/foundation/crypto/encoding.ts'
import type { Note } from '../../worker/foundation/outbox/note.ts'
import type { NoteKind } from '../../worker/foundation/outbox/note-kinds.ts'
import { seal } from '../../worker/foundation/crypto/seal.ts'
import { systemCall } from '../../worker/foundation/call/system-call.ts'
import { claims, reviews } from '../../worker/reviews/tables.ts'
import { challengeVersions, challenges } from '../../worker/scenarios/tables.ts'
import { decisions } from '../../worker/scoring/tables.ts'
import type { Rubric } from '../../worker/skills/rubric.ts'
import { type Skill, competenciesOf, skills } from '../../worker/skills/skill.ts'
import { rubricVersions } from '../../worker/skills/tables.ts'
import { type Person, aMentor, aStudent, db } from './builders.ts'
import { accountOwner } from '../../worker/foundation/crypto/owner.ts'
import { sealAnswers } from '../../worker/attempts/answers.ts'
import { sealingCall } from './sealing.ts'

const day = 86_400_000
/**
 * A day ago, so that a foreign verifier, which reads the real clock, finds nothing in its future.
 */
export const awardedAt = new Date(Math.floor(Date.now() / 1000) * 1000 - day)

interface DecisionOptions {
  skill?: Skill
  state?: 'proficient' | 'not-yet' | 'needs-more'
  title?: string
  /** Other words make another rubric. */
  wording?: string
  /** The answers, by prompt. */
  answers?: Record<string, string>
  handedInAt?: Date
}

/**
 * A decided submission with reviews by two peers and a mentor. Writes no note about the decision.
 */
export async function aDecision(student: Person, options: DecisionOptions = {}): Promise<string> {
  const { skill = 'collaboration', state = 'proficient', title = 'Hand to hand' } = options
  const challenge = await aChallenge(skill, title, options.wording)
  const ids = {
    attempt: crypto.randomUUID(),
    submission: crypto.randomUUID(),
    decision: crypto.randomUUID(),
  }
  const { handedInAt = new Date(awardedAt.getTime() - day) } = options
  const common = {
    studentId: student.id,
    organizationId: student.organizationId,
    challengeId: challenge.id,
    versionHash: challenge.hash,
    skill,
  }
  await db.batch([
    db.insert(attempts).values({
      ...common,
      id: ids.attempt,
      state: 'closed',
      round: 1,
      inkState: '{}',
      startedAt: handedInAt,
      closesAt: awardedAt,
      endedAt: handedInAt,
      sitting: 'unsupervised',
      identity: 'not checked',
    }),
    db.insert(submissions).values({
      ...common,
      id: ids.submission,
      attemptId: ids.attempt,
      round: 1,
      language: 'en',
      answers: await sealAnswers(
        sealingCall(),
        { id: ids.submission, studentId: student.id },
        options.answers ?? {},
      ),
      evidenceHash: 'H7ZdJfw3aUl9x_gE3UX5c9I386iSpkYupCw6TV_Uha4',
      evidenceSalt: '5f0c1d2e3a4b59687786a5b4c3d2e1f0',
      kind: 'attempt',
      at: handedInAt,
      promisedAt: awardedAt,
    }),
  ])
  const reviewers = await reviewersOf(student)
  for (const { person, role } of reviewers)
    await aReview(ids.submission, student, person, role, challenge.id)
  await db.insert(decisions).values({
    id: ids.decision,
    submissionId: ids.submission,
    state,
    level: state === 'proficient' ? 3 : null,
    decidedAt: awardedAt,
  })
  return ids.decision
}

/** Awards and signs a badge, and does not publish it. */
export async function anAward(student: Person, options: DecisionOptions & { env?: Bindings } = {}) {
  const decisionId = await aDecision(student, options)
  await award(decisionId)
  const prepared = await awardOf(decisionId)
  if (!prepared) throw new Error('Nothing was awarded.')
  await sign(prepared.id)
  return { id: prepared.id, decisionId, path: `/credentials/${prepared.id}` }
}

/** Runs the consumer of `decision.made`, as the drain does. */
export function award(decisionId: string, key = crypto.randomUUID(), bindings: Bindings = env) {
  const call = systemCall(bindings, `outbox:${key}:award`, awardedAt)
  return awardCredential(call, aNote('decision.made', decisionId))
}

/** Runs the consumer of `credential.prepared`, as the drain does. */
export function sign(credentialId: string, bindings: Bindings = env) {
  const call = systemCall(bindings, `outbox:${crypto.randomUUID()}:sign`, awardedAt)
  return signCredential(call, aNote('credential.prepared', credentialId))
}

export function aNote<K extends NoteKind>(kind: K, subjectId: string) {
  return { id: crypto.randomUUID(), kind, subjectId, payload: {} } as Note<K>
}

export function awardOf(decisionId: string) {
  return db.select().from(credentials).where(eq(credentials.decisionId, decisionId)).get()
}

/**
 * Returns a function to call several times at once: it prepares the award of the decision if that
 * is permitted (`mayIssue`). The document is slow to make and not part of the race, so it is
 * drafted once for all calls.
 */
export async function aContest(decisionId: string): Promise<() => Promise<void>> {
  const begin = () => systemCall(env, `outbox:${crypto.randomUUID()}:award`, awardedAt)
  const call = begin()
  const facts = await findAwardFacts(call, decisionId)
  if (!facts) throw new Error('There is no such decision.')
  const issuer = await registerIssuer(part(call, 'issuer'), facts.organization)
  const achievement = await defineAchievement(part(call, 'achievement'), issuer, facts)
  const definition = v.parse(Achievement, JSON.parse(achievement.definition))
  const template = await defineTemplate(call, issuer, definition, 'award')
  const shared = { facts, issuer, achievement, definition, template, now: awardedAt }
  const drafted = await draftAward({ ...shared, statusListId: crypto.randomUUID(), statusIndex: 0 })
  return () => {
    const own = begin()
    const draft = async (statusListId: string, statusIndex: number) => ({
      ...drafted,
      id: crypto.randomUUID(),
      statusListId,
      statusIndex,
    })
    return prepareCredential(own, mayIssue(own, facts), { decisionId, issuer, draft })
  }
}

const reviewers = new Map<string, { person: Person; role: 'peer' | 'mentor' }[]>()

async function reviewersOf(student: Person) {
  const home = { in: { id: student.organizationId } }
  const known = reviewers.get(student.organizationId)
  if (known) return known
  const made = [
    { person: await aStudent(home), role: 'peer' as const },
    { person: await aStudent(home), role: 'peer' as const },
    { person: await aMentor(home), role: 'mentor' as const },
  ]
  reviewers.set(student.organizationId, made)
  return made
}

async function aReview(
  submissionId: string,
  author: Person,
  reviewer: Person,
  role: 'peer' | 'mentor',
  challengeId: string,
) {
  const claimId = crypto.randomUUID()
  const handedInAt = new Date(awardedAt.getTime() - day / 2)
  const reviewId = crypto.randomUUID()
  const [call, owner] = [sealingCall(), accountOwner(author.id)]
  await db.batch([
    db.insert(claims).values({
      id: claimId,
      submissionId,
      reviewerId: reviewer.id,
      authorId: author.id,
      organizationId: author.organizationId,
      challengeId,
      role,
      claimedAt: handedInAt,
      leaseUntil: handedInAt,
      endedAt: handedInAt,
      endReason: 'submitted',
    }),
    db.insert(reviews).values({
      id: reviewId,
      submissionId,
      reviewerId: reviewer.id,
      role,
      claimId,
      worked: await seal(call, reviews.worked, reviewId, owner, 'What worked.'),
      tryNext: await seal(call, reviews.tryNext, reviewId, owner, 'What to try next.'),
      handedInAt,
      effectiveAt: new Date(handedInAt.getTime() + 60_000),
      surplus: false,
    }),
  ])
}

async function aChallenge(skill: Skill, title: string, wording = 'Does it with others in mind.') {
  const rubric = aRubric(skill, wording)
  const body = canonicalJson(rubric)
  const rubricHash = await sha256Hex(body)
  const hash = await sha256Hex(`${title} ${rubricHash}`)
  const id = `challenge-${hash.slice(0, 12)}`
  await db.batch([
    db
      .insert(rubricVersions)
      .values({ hash: rubricHash, skill, language: 'en', body, createdAt: awardedAt })
      .onConflictDoNothing(),
    db.insert(challenges).values({ id, skill }).onConflictDoNothing(),
    db
      .insert(challengeVersions)
      .values({
        hash,
        challengeId: id,
        title,
        summary: 'A story.',
        setting: 'shop',
        skill,
        language: 'en',
        minutes: 20,
        difficulty: 1,
        promptCount: 2,
        decideWithinDays: 7,
        body: '{}',
        outline: '{}',
        rubricHash,
        publishedAt: awardedAt,
      })
      .onConflictDoNothing(),
  ])
  return { id, hash }
}

/** A valid rubric with made-up texts. */
export function aRubric(skill: Skill, wording: string): Rubric {
  const level = (number: number) => ({
    words: `${wording} (${number})`,
    indicators: {
      [`${number}a`]: 'Says who does what',
      [`${number}b`]: 'Says by when',
      [`${number}c`]: 'Asks',
    },
  })
  return {
    skill,
    name: skills[skill].name,
    description: 'Works with others so that the group gets further than its members would alone.',
    alignments: [
      {
        framework: 'ESCO 1.1.1',
        code: 'T4.3',
        name: 'collaborating in teams and networks',
        uri: 'http://data.europa.eu/esco/skill/036afa6e-cdde-4b38-a53a-8e7910a840e1',
      },
    ],
    criteria: competenciesOf(skill).map((competency) => ({
      competency,
      name: competency.replaceAll('-', ' '),
      description: 'What it is.',
      levels: { 1: level(1), 2: level(2), 3: level(3), 4: level(4) },
    })),
  }
}
