import { newId } from '../../foundation/call/id.ts'
import { hex, randomBytes, sha256Hex } from '../../foundation/crypto/encoding.ts'
import { monthsLater } from '../../foundation/reader/months-later.ts'
import { type Level, awardName, levelIds } from '../achievement/achievement.ts'
import { type AwardFacts, criterionLevels } from '../document/award-facts.ts'
import type { DefinedAchievement } from '../achievement/define-achievement.ts'
import { fillSkeleton } from '../document/document.ts'
import {
  type EarlierWork,
  type Judged,
  evidenceId,
  judgedNarrative,
  workSentence,
} from '../document/evidence.ts'
import { type LintReason, lintCanonical, lintDocument } from '../document/lint-document.ts'
import type { Achievement } from '../document/open-badge.ts'
import { identityHash } from '../document/recipient.ts'
import type { RegisteredIssuer } from '../issuer/register-issuer.ts'
import { inSeconds, wholeSecond } from '../seconds.ts'
import type { Slots } from '../document/slots.ts'
import { type Template, canonicalAward } from '../document/template.ts'

/** An award with its document filled in and hashed, as its row stores it. */
export interface DraftedAward {
  id: string
  achievementId: string
  lineageId: string
  decisionId: string
  level: Level
  template: Template
  slotValues: string
  documentHash: string
  validFrom: Date
  validUntil: Date | undefined
  statusListId: string
  statusIndex: number
  /** Why the document must not be signed; empty if it may. */
  reasons: LintReason[]
}

interface Draft {
  facts: AwardFacts
  issuer: RegisteredIssuer
  achievement: DefinedAchievement
  definition: Achievement
  template: Template
  statusListId: string
  statusIndex: number
  now: Date
}

/** Builds the document of an award from its facts and its status index, lints and hashes it. */
export async function draftAward(draft: Draft): Promise<DraftedAward> {
  const { facts, issuer, achievement, template } = draft
  const id = newId()
  const level: Level = facts.decision.level === 4 ? 4 : 3
  const validFrom = wholeSecond(draft.now)
  const months = achievement.validityMonths
  const validUntil = months === null ? undefined : monthsLater(validFrom, months)
  const slots = await slotsOf(draft, { id, level, validFrom, validUntil })
  const document = fillSkeleton(JSON.parse(template.skeleton), slots)
  const canonical = await canonicalAward(template, slots)
  return {
    id,
    achievementId: achievement.id,
    lineageId: achievement.lineageId,
    decisionId: facts.decision.id,
    level,
    template,
    slotValues: JSON.stringify({ ...slots, judged: judgedIn(facts) }),
    documentHash: await sha256Hex(canonical),
    validFrom,
    validUntil,
    statusListId: draft.statusListId,
    statusIndex: draft.statusIndex,
    reasons: [...lintDocument(document, issuer.did), ...lintCanonical(canonical)],
  }
}

interface Settled {
  id: string
  level: Level
  validFrom: Date
  validUntil: Date | undefined
}

async function slotsOf(
  draft: Draft,
  { id, level, validFrom, validUntil }: Settled,
): Promise<Slots> {
  const { facts, issuer, definition } = draft
  const { submission, challenge } = facts
  const list = `${issuer.origin}/status-lists/${draft.statusListId}`
  // A new salt for each award. With the same salt, two badges of one person would have the same
  // hash.
  const salt = hex(randomBytes(16))
  return {
    id: `${issuer.origin}/credentials/${id}`,
    name: awardName(definition, level),
    validFrom: inSeconds(validFrom),
    ...(validUntil ? { validUntil: inSeconds(validUntil) } : {}),
    awardedDate: inSeconds(validFrom),
    identityHash: await identityHash(facts.student.email, salt),
    salt,
    levels: levelIds(definition.id, level, criterionLevels(facts)),
    evidenceId: evidenceId(submission.evidenceHash),
    genre: submission.genre,
    work: workSentence(challenge, submission.handedInAt, earlierWork(facts)),
    narrative: judgedNarrative(judgedIn(facts), facts.organization.language, facts.otherProof),
    statusId: `${list}#${draft.statusIndex}`,
    statusListIndex: String(draft.statusIndex),
    statusListCredential: list,
  }
}

function judgedIn({ reviewers, earlier, sitting, identity }: AwardFacts): Judged {
  const handIns = earlier.length > 0 ? { handIns: earlier.length + 1 } : {}
  return { ...reviewers, ...handIns, sitting, identity }
}

function earlierWork({ earlier, rubric }: AwardFacts): EarlierWork[] {
  return earlier.map(({ handedInAt, evidenceHash, competencies }) => ({
    answeredAt: handedInAt,
    evidenceHash,
    criteria: rubric.body.criteria
      .filter(({ competency }) => competencies.includes(competency))
      .map(({ name }) => name),
  }))
}
