import { m } from '../../paraglide/messages.js'

/** Of `sentences`: what the server works out about reviewers and challenges, and its reminders. */
export const scoringSentences = {
  'challenge.compared': m.trail_challenge_compared,
  'challenge.pilot-ended': m.trail_challenge_pilot_ended,
  'promise.step': m.trail_promise_step,
  'promise.watched': m.trail_promise_watched,
  'reminder.due': m.trail_reminder_due,
  'reminder.mentor-time': m.trail_reminder_mentor_time,
  'reminders.ended': m.trail_reminders_ended,
  'review.shown': m.trail_review_shown,
  'review.compared': m.trail_review_compared,
  'review.rescored': m.trail_review_rescored,
  'submission.exhausted': m.trail_submission_exhausted,
  'submission.item-agreed': m.trail_submission_item_agreed,
  'submission.item-declined': m.trail_submission_item_declined,
  'submission.opened': m.trail_submission_opened,
  'submission.scored': m.trail_submission_scored,
  'submission.prior-kept': m.trail_submission_prior_kept,
}
