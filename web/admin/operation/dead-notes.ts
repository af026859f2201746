import type { ConsumerOf, NoteKind } from '../../../worker/foundation/outbox/note-kinds.ts'
import type { OutsideFailure } from '../../../worker/foundation/outbox/outside-failure.ts'
import type { PlanUsedUp } from '../../../worker/foundation/plan/meter.ts'
import type { UnreadableNote } from '../../../worker/foundation/outbox/settle-note.ts'
import { m } from '../../paraglide/messages.js'

/** Every kind of note with each of its consumers, so that a pair without words does not compile. */
type Piece = { [K in NoteKind]: `${K} ${ConsumerOf<K>}` }[NoteKind]

const pieces: Record<Piece, () => string> = {
  'sign-in.code mail': m.admin_note_code,
  'sign-in.long-code mail': m.admin_note_long_code,
  'erasure.asked mail': m.admin_note_erasure,
  'erasure.asked interviews': m.admin_note_erasure_interviews,
  'erasure.asked requests': m.admin_note_erasure_requests,
  'erasure.undone mail': m.admin_note_erasure_undone,
  'account.erased vault': m.admin_note_erased_key,
  'invitation.made mail': m.admin_note_invitation,
  'employer.applied operator': m.admin_note_employer_waits,
  'sharing.asked tell': m.admin_note_sharing,
  'sharing.answered tell': m.admin_note_sharing,
  'sharing.ended tell': m.admin_note_sharing,
  'admission.asked tell': m.admin_note_admission_waits,
  'admission.decided tell': m.admin_note_admission_decided,
  'employer.approved tell': m.admin_note_employer_decided,
  'employer.declined tell': m.admin_note_employer_decided,
  'employer.change-waiting operator': m.admin_note_change_waits,
  'employer.change-approved tell': m.admin_note_employer_decided,
  'employer.change-declined tell': m.admin_note_employer_decided,
  'employer.approval-ending tell': m.admin_note_approval_ends,
  'employer.approval-ended tell': m.admin_note_approval_ends,
  'membership.ended tell': m.admin_note_membership_mail,
  'membership.ended attempts': m.admin_note_membership_attempts,
  'membership.ended reviews': m.admin_note_membership_reviews,
  'challenge.published items': m.admin_note_items,
  'attempt.submitted places': m.admin_note_places,
  'attempt.submitted prior': m.admin_note_prior,
  'review.settled score': m.admin_note_score,
  'reviewer.measured estimates': m.admin_note_estimates,
  'mentor.differs admins': m.admin_note_mentor_differs,
  'review.owed tell': m.admin_note_review_owed,
  'mentor-review.waiting tell': m.admin_note_mentor_review,
  'mentor-place.waiting tell': m.admin_note_mentor_review,
  'mentor-time.short admins': m.admin_note_mentor_time,
  'promise.near admins': m.admin_note_promise_admins,
  'promise.missed author': m.admin_note_promise_author,
  'promise.missed admins': m.admin_note_promise_admins,
  'promise.waits author': m.admin_note_no_date_author,
  'promise.waits admins': m.admin_note_no_date_admins,
  'promise.made-again author': m.admin_note_promise_author,
  'round.exhausted score': m.admin_note_round_end,
  'answer.distressing admins': m.admin_note_distressing,
  'decision.made tell': m.admin_note_result,
  'decision.made award': m.admin_note_award,
  'result.opened tell': m.admin_note_result_opened,
  'credential.prepared sign': m.admin_note_sign,
  'credential.issued tell': m.admin_note_badge_mail,
  'credential.ended list': m.admin_note_list,
  'credential.ended talent': m.admin_note_badge_hidden,
  'credential.ended tell': m.admin_note_badge_ended_mail,
  'credential.signed-again tell': m.admin_note_badge_mail,
  'credential.expired talent': m.admin_note_badge_hidden,
  'credential.expired tell': m.admin_note_badge_ended_mail,
  'visibility.changed tell': m.admin_note_visibility_mail,
  'visibility.changed interviews': m.admin_note_requests_end,
  'visibility.expiring tell': m.admin_note_visibility_mail,
  'visibility.expired end': m.admin_note_visibility_end,
  'visibility.paused tell': m.admin_note_visibility_mail,
  'consent.withdrawn interviews': m.admin_note_interview_cancel,
  'opening.waiting operator': m.admin_note_opening_waits,
  'opening.approved tell': m.admin_note_opening_decided,
  'opening.declined tell': m.admin_note_opening_decided,
  'interview.delivery deliver': m.admin_note_request_deliver,
  'interview.expiry expire': m.admin_note_request_end,
  'interview.lapse lapse': m.admin_note_request_end,
  'interview.delivered student': m.admin_note_request_student,
  'interview.reminder student': m.admin_note_request_student,
  'interview.returned staff': m.admin_note_request_employer,
  'interview.answered student': m.admin_note_request_student,
  'interview.answered staff': m.admin_note_request_employer,
  'interview.withdrawn student': m.admin_note_request_student,
  'interview.cancelled student': m.admin_note_interview_student,
  'interview.cancelled staff': m.admin_note_interview_employer,
  'interview.expired student': m.admin_note_request_student,
  'interview.expired staff': m.admin_note_request_employer,
  'interview.lapsed student': m.admin_note_request_student,
  'interview.lapsed staff': m.admin_note_request_employer,
  'interview.offered student': m.admin_note_interview_student,
  'interview.offered staff': m.admin_note_interview_employer,
  'interview.kept student': m.admin_note_interview_student,
  'interview.kept staff': m.admin_note_interview_employer,
  'interview.moved student': m.admin_note_interview_student,
  'interview.moved staff': m.admin_note_interview_employer,
  'interview.located student': m.admin_note_interview_student,
  'interview.near student': m.admin_note_interview_near,
  'interview.near staff': m.admin_note_interview_near,
  'interview.over student': m.admin_note_interview_over,
  'interview.over staff': m.admin_note_interview_over,
  'interview.settle hold': m.admin_note_interview_hold,
  'interview.missed student': m.admin_note_interview_student,
  'interview.missed staff': m.admin_note_interview_employer,
  'interview.disputed student': m.admin_note_interview_student,
  'interview.disputed staff': m.admin_note_interview_employer,
  'interview.outcome-due student': m.admin_note_interview_due,
  'interview.outcome-due staff': m.admin_note_interview_due,
  'interview.outcome student': m.admin_note_interview_student,
  'interview.outcome staff': m.admin_note_interview_employer,
  'interview.message student': m.admin_note_interview_message,
  'interview.message staff': m.admin_note_interview_message,
  'account.idle tell': m.admin_note_idle,
  'note.dead operator': m.admin_note_alarm,
}

/** What the note was for; the bare names if this version of Mettle does not know them. */
export function pieceInWords(kind: string, consumer: string): string {
  const known = new Map<string, () => string>(Object.entries(pieces))
  return (
    known.get(`${kind} ${consumer}`)?.() ?? m.admin_note_unknown({ name: `${kind} ${consumer}` })
  )
}

type Reason =
  | OutsideFailure['name']
  | UnreadableNote['reason']
  | PlanUsedUp['name']
  | 'database-away'

/**
 * A reason of the type `Reason` without words does not compile. The outbox also stores types of
 * problems and names of errors; `problemInWords` shows these by name.
 */
const problems: Record<Reason, () => string> = {
  'unknown-kind': m.admin_note_problem_unknown_kind,
  'unreadable-payload': m.admin_note_problem_unreadable,
  'database-away': m.admin_note_problem_database,
  'plan-used-up': m.admin_note_problem_plan,
  'mail-refused': m.admin_note_problem_mail_refused,
  'mail-away': m.admin_note_problem_mail_away,
  'signer-refused': m.admin_note_problem_signer_refused,
  'signer-away': m.admin_note_problem_signer_away,
}

/** Why the last try failed. */
export function problemInWords(problem: string | null): string {
  const words = new Map<string, () => string>(Object.entries(problems)).get(problem ?? '')
  return words?.() ?? m.admin_note_problem_other({ problem: problem ?? '' })
}
