import { sql } from 'drizzle-orm'
import type { InferOutput } from 'valibot'

import type { Call } from '../../foundation/call/call.ts'
import { redact, type Warning } from '../../foundation/redactor/redact.ts'
import { notFound } from '../../http/problems.ts'
import { cardOf, type CardFacts } from './card.ts'
import { cardFactsOf, findOwnCard } from './find-cards.ts'
import { badgesToShow } from '../visibility/badges-to-show.ts'
import { findDraftBadges } from './find-draft-badges.ts'
import {
  findShowableBadges,
  findSignsToShow,
  judgedBadgesOf,
} from '../visibility/find-showable-badges.ts'
import { findOwnVisibility, visibilityOf } from '../visibility/find-visibility.ts'
import { pseudonymsFor } from './keep-pseudonyms.ts'
import { employerNotApproved } from '../problems.ts'
import type { DraftPreviewInput, PreviewQuery } from '../visibility/visibility-input.ts'
import type { VisibleFields } from '../visibility/visibility.ts'

/** Stands for any employer: nobody can block it, and its pseudonyms find no card. */
const anyEmployer = '00000000-0000-4000-8000-000000000000'

/**
 * The caller's own card, byte for byte as this employer gets it, or the same refusal that the
 * employer gets: "no such card" if blocked, or "not approved".
 */
export async function findPreview(
  call: Call,
  { organizationId, form }: InferOutput<typeof PreviewQuery>,
) {
  const employerId = organizationId ?? anyEmployer
  const [[employer], [row]] = await call.db.batch([
    findApproval(call, employerId),
    findOwnCard(call, employerId, form),
  ])
  if (organizationId && !employer) throw notFound()
  if (organizationId && employer?.approved !== 1)
    throw employerNotApproved('Missing: approval.', { missing: ['approval'] })
  if (!row) throw notFound()
  return { card: cardOf(await ownPseudonym(call, employerId), await cardFactsOf(call, row), form) }
}

/**
 * A preview of fields that are not switched on yet. Also says what was hidden in each text, what a
 * reader could conclude from it, and what is left out because too few people share it.
 */
export async function previewDraft(
  call: Call,
  { fields, form }: InferOutput<typeof DraftPreviewInput>,
) {
  const [[row], showable, signs] = await call.db.batch([
    findOwnVisibility(call),
    findShowableBadges(call),
    findSignsToShow(call, fields),
  ])
  if (!row) throw notFound()
  const { name, programmeNames, language } = await visibilityOf(call, row)
  const all = await judgedBadgesOf(call, showable, signs)
  const badges = await findDraftBadges(call, badgesToShow(fields, all))
  const facts: CardFacts = {
    name,
    programmeNames,
    language,
    headline: fields.headline ?? null,
    summary: fields.summary ?? null,
    regions: fields.regions ?? [],
    remote: fields.remote ?? false,
    hoursPerWeek: fields.hoursPerWeek ?? null,
    startMonth: fields.startMonth ?? null,
    badges,
  }
  const card = cardOf(await ownPseudonym(call, anyEmployer), facts, form)
  return {
    card,
    texts: textsOf(fields).map((text) => readText(text, facts)),
    /** How finely each badge is shown, and whether its criteria are. */
    crowds: badges.map(({ credentialId, crowd, criteria }) => ({ credentialId, crowd, criteria })),
  }
}

function textsOf({ headline, summary, credentials }: VisibleFields) {
  return [
    { field: 'headline', text: headline },
    { field: 'summary', text: summary },
    ...credentials.map(({ credentialId, excerpt }) => ({
      field: `excerpt:${credentialId}`,
      text: excerpt,
    })),
  ]
}

function readText(
  { field, text = '' }: { field: string; text?: string | undefined },
  facts: CardFacts,
) {
  const { kinds, warnings } = redact(text, facts.name, facts.programmeNames, facts.language)
  return { field, hidden: [...new Set(kinds)], warnings: [...new Set<Warning>(warnings)] }
}

async function ownPseudonym(call: Call, employerId: string): Promise<string> {
  const [own] = await pseudonymsFor(call, [call.actorId], employerId)
  return own?.pseudonym ?? ''
}

function findApproval(call: Call, employerId: string) {
  return call.db.all<{ approved: number }>(sql`
    SELECT o.state = 'approved' AND EXISTS (SELECT 1 FROM approvals p WHERE p.subject_kind = 'employer'
      AND p.subject_id = o.id AND p.decision = 'approved' AND p.ended_at IS NULL
      AND p.expires_at > ${call.now.getTime()}) AS approved
    FROM organizations o WHERE o.id = ${employerId} AND o.kind = 'employer'`)
}
