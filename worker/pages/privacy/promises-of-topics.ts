import {
  type Kept,
  adminsSee,
  badgePage,
  erases,
  listed,
  requests,
  says,
  staysWithoutText,
  trail,
  unseen,
  visibility,
} from './kept.ts'

const agreement = 'test/worker/scoring/item-agreement.test.ts'

/** The sentences about each topic. */
export const promisesOfTopics: Record<string, readonly Kept[]> = {
  privacy_account_what: [listed, says],
  privacy_account_why: [
    ['test/worker/accounts/sign-in.test.ts', 'refuses somebody under 16 and keeps nothing'],
    ['test/web/account.test.ts', 'the month is asked only when the year does not settle the age'],
  ],
  privacy_account_who: [
    [
      'test/worker/organizations/joining.test.ts',
      'let a coach see named progress, and nobody else',
    ],
    adminsSee,
  ],
  privacy_account_stays: [erases, staysWithoutText],
  privacy_sign_in_what: [listed, says],
  privacy_sign_in_why: [['test/worker/accounts/sign-in.test.ts', 'ends when signed out']],
  privacy_sign_in_who: [
    ['test/worker/accounts/sign-in.test.ts', "does not show or end another person's devices"],
  ],
  privacy_notices_what: [listed, says],
  privacy_notices_why: [
    ['test/worker/retention/idle.test.ts', 'and once each'],
    ['test/worker/organizations/inviting.test.ts', 'for good, without an account'],
  ],
  privacy_notices_who: [adminsSee],
  privacy_notices_stays: [
    ['test/worker/organizations/inviting.test.ts', 'stopping the mails stores no address'],
  ],
  privacy_answers_what: [
    listed,
    says,
    [agreement, 'with a yes makes an item of the programme, redacted'],
  ],
  privacy_answers_why: [unseen, [agreement, 'is evidence about the reviewer']],
  privacy_answers_who: [
    unseen,
    [agreement, 'taken back: its text is gone'],
    [
      'test/worker/organizations/joining.test.ts',
      'let a coach see named progress, and nobody else',
    ],
    ['test/worker/reviews/claims.test.ts', 'for a worry is shown by name to an admin who asks'],
  ],
  privacy_answers_stays: [
    erases,
    staysWithoutText,
    [agreement, 'ends with the erasure of its author'],
  ],
  privacy_reviews_what: [
    listed,
    says,
    ['test/worker/reviews/hidden-items.test.ts', 'cannot be told from a submission by any reply'],
  ],
  privacy_reviews_why: [['test/worker/reviews/reviewing.test.ts', 'opens the queue after two']],
  privacy_reviews_who: [
    ['test/rules/scoring/result.test.ts', 'hides the reviewer’s and the author’s programme'],
  ],
  privacy_reviews_stays: [erases, staysWithoutText],
  privacy_results_what: [listed, says],
  privacy_results_why: [
    ['test/worker/credentials/issuing.test.ts', 'is prepared, signed and announced'],
  ],
  privacy_results_who: [adminsSee, [visibility, 'exactly the named fields']],
  privacy_results_stays: [erases, staysWithoutText],
  privacy_badges_what: [listed, says],
  privacy_badges_why: [[badgePage, 'lists the keys of a programme']],
  privacy_badges_who: [
    [badgePage, 'is hidden until its holder switches it on'],
    [badgePage, 'shows no name by default'],
    [badgePage, 'shows the name and lets search engines in when its holder says so'],
  ],
  privacy_badges_stays: [erases],
  privacy_visibility_what: [listed, says],
  privacy_visibility_why: [[visibility, 'is, byte for byte, what the employer gets']],
  privacy_visibility_who: [
    [visibility, 'is, byte for byte, what the employer gets'],
    [visibility, 'gives the refusal a blocked or unapproved employer gets'],
    ['test/hostile/unknown-ids.test.ts', 'of another employer, or of a student who blocked'],
  ],
  privacy_consents_what: [
    [visibility, 'is switched on with a complete receipt'],
    ['test/worker/talent/search.test.ts', 'is logged once a day for the student'],
  ],
  privacy_consents_why: [[visibility, 'is switched on with a complete receipt']],
  privacy_consents_who: [[visibility, 'leaves nothing in the audit trail that a programme sees']],
  privacy_consents_stays: [staysWithoutText],
  privacy_interviews_what: [listed, says],
  privacy_interviews_why: [[requests, 'goes from draft to booking, and each side is told']],
  privacy_interviews_who: [
    [requests, 'is nobody else’s'],
    [requests, 'there is no identity without a consent'],
    ['test/worker/interviews/to-its-end.test.ts', 'a student keeps a note that nobody else reads'],
  ],
  privacy_interviews_stays: [erases, staysWithoutText],
  privacy_staff_what: [listed, says],
  privacy_staff_why: [[trail, 'names staff for what they do with the organization']],
  privacy_staff_who: [
    ['test/worker/interviews/messages.test.ts', 'a recruiter reads which colleague wrote'],
  ],
  privacy_staff_stays: [erases],
  privacy_technical_what: [['test/hostile/canary.test.ts', 'is stored in clear'], listed],
  privacy_technical_why: [[trail, 'names who decided, of everything that staff approve']],
  privacy_technical_who: [[trail, 'shows only role and day for students']],
  privacy_technical_stays: [['test/worker/foundation/commit.test.ts', 'the audit trail']],
}
