import { sql } from 'drizzle-orm'

import { isUndated } from '../../attempts/attempt/moved-dates.ts'
import type { Call } from '../../foundation/call/call.ts'
import type { Note } from '../../foundation/outbox/note.ts'
import { workWaitsMail } from '../../notifications/message/messages.ts'
import {
  dateAgainMail,
  noDateMail,
  promiseMissedMail,
} from '../../notifications/message/promise-messages.ts'
import { sendNotice } from '../../notifications/send-notice.ts'
import { findWithItems } from '../calibration/find-with-items.ts'
import { toReviewBy } from '../queue/find-to-review.ts'
import { firstPeerReviews } from '../queue/quota.ts'
import { reviewsOwedMail } from '../../notifications/message/work-messages.ts'
import { minutesForReviews } from '../../scenarios/catalogue/catalogue.ts'
import { practiceNeeded } from '../practice/practice.ts'
import { practisedBy } from '../standing/find-practised.ts'
import { givenIn, owedIn } from '../standing/in-challenge.ts'
import { findProspects } from './find-prospects.ts'

type AuthorNote = Note<'review.owed' | 'promise.missed' | 'promise.waits' | 'promise.made-again'>

interface Row {
  student_id: string
  attempt_id: string
  title: string
  handed_in_at: number
  promised_at: number
  waits_for: 'mentor' | 'reviewer' | null
  told_at: number | null
  missed: number
  step: string
  practised: number
  /** Reviews owed and given in the challenge. */
  owed: number
  given: number
  /** Answers of the challenge that the author could review now. */
  to_review: number
}

/**
 * Tells the author of a submission (the note's subject) one of these: they owe reviews and work
 * waits; there is a new date, and what is missing; there is no date, and why; there is a date
 * again. Sends no news of a date that is no longer true when the note runs.
 */
export async function tellAuthorAboutWork(call: Call, note: AuthorNote): Promise<void> {
  const { kind, subjectId: submissionId } = note
  const author = { student: sql`s.student_id`, challengeId: sql`s.challenge_id` }
  const [row] = await call.db.all<Row>(sql`
    SELECT s.student_id, s.attempt_id, v.title, p.handed_in_at, p.promised_at, p.waits_for, p.told_at, p.missed, p.step,
      ${practisedBy(sql`s.student_id`, sql`s.challenge_id`)} AS practised,
      ${owedIn(author)} AS owed, ${givenIn(author)} AS given,
      ${toReviewBy({ id: author.student, organizationId: sql`s.organization_id`, challengeId: author.challengeId }, call.now)} AS to_review
    FROM submissions s
    JOIN challenge_versions v ON v.hash = s.version_hash
    JOIN promises p ON p.submission_id = s.id WHERE s.id = ${submissionId}`)
  if (!row) return
  const accountId = row.student_id
  if (note.kind === 'review.owed') {
    const subjectId = `${submissionId}:${note.payload.times ?? 1}`
    return sendNotice(call, note, {
      accountId,
      kind,
      subjectId,
      message: await owedMail(call, row),
    })
  }
  if (row.step === 'over' || (kind === 'promise.waits') !== (row.waits_for !== null)) return
  // A notice is mailed once per subject, so the subject also says which date or repetition it is.
  const subjectId = `${submissionId}:${whichOf(row)}`
  await sendNotice(call, note, {
    accountId,
    kind,
    subjectId,
    message: await dateOf(call, note, row),
  })
}

/** Says as many reviews as the author's pages say at the same moment. */
async function owedMail(call: Call, row: Row) {
  const { title, owed, given, practised } = row
  const link = `${call.origin}/reviews`
  if (practised < practiceNeeded) return workWaitsMail(link, true)
  const asAuthor = { ...call, actorId: row.student_id }
  const waiting = await findWithItems(asAuthor, row.attempt_id, row.to_review)
  const left = Math.max(1, Math.min(owed - given, waiting))
  return reviewsOwedMail({ title, left, minutes: minutesForReviews(left, given) }, link)
}

function whichOf({ waits_for: lacking, told_at: toldAt, missed, promised_at: promisedAt }: Row) {
  if (lacking) return toldAt
  return isUndated(missed) ? `undated ${missed}` : promisedAt
}

async function dateOf(call: Call, { kind, subjectId }: AuthorNote, row: Row) {
  const { title } = row
  const link = `${call.origin}/attempts/${row.attempt_id}/result`
  const lacking = row.waits_for ?? (isUndated(row.missed) ? 'time' : null)
  if (lacking) {
    return noDateMail({ title, handedInAt: new Date(row.handed_in_at), lacking, link })
  }
  const until = new Date(row.promised_at)
  if (kind === 'promise.made-again') return dateAgainMail(title, until, link)
  const prospects = (await findProspects(call.db, [subjectId], call.now)).get(subjectId)
  const settled = prospects?.settled ?? { peers: 0, mentors: 0 }
  const lacksPeers = settled.peers < firstPeerReviews(prospects?.pilot ?? true)
  return promiseMissedMail({ title, until, link, settled, lacksPeers })
}
