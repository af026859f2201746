import { type Personal, fromJson } from '../foundation/personal-rows.ts'
import { ofOwnItems, personal as calibration } from './calibration-personal.ts'
import { languageOf, ofReview, readByAuthor } from './read-by-author.ts'

const ofOwnAnswers = 'submission_id IN (SELECT id FROM submissions WHERE student_id = ?1)'
const reviewOf = (condition: string) => `review_id IN (SELECT id FROM reviews WHERE ${condition})`
const withoutItsAuthor = 'levels and words belong to the person who was reviewed'
const withoutWords = 'the levels are part of what the reviewer has done; the words are gone'

export const personal = {
  ...calibration,
  reviewer_sharings: [
    {
      topic: 'staff',
      of: 'asked_by = ?1 OR answered_by = ?1 OR ended_by = ?1',
      exported: { not: 'it is about the organization' },
      erase: { detach: {}, why: 'a decision of the organization, which stays without its author' },
    },
  ],
  submission_queue: [
    {
      topic: 'answers',
      of: ofOwnAnswers,
      exported: { not: 'the order in which answers are offered to reviewers' },
      erase: 'delete',
    },
    {
      topic: 'reviews',
      of: 'preferred_id = ?1',
      exported: { not: 'the order in which answers are offered to reviewers' },
      erase: { keep: 'an id that leads to no name' },
    },
  ],
  claims: [
    {
      topic: 'reviews',
      of: 'reviewer_id = ?1',
      exported:
        'id challenge_id role claimed_at lease_until ended_at end_reason release_reason'.split(' '),
      erase: { detach: {}, why: withoutItsAuthor },
    },
    {
      topic: 'answers',
      of: 'author_id = ?1',
      exported: { not: 'the work of the reviewer' },
      erase: { detach: {}, why: withoutWords },
    },
  ],
  review_drafts: [
    {
      topic: 'reviews',
      of: 'claim_id IN (SELECT id FROM claims WHERE reviewer_id = ?1)',
      exported: ['claim_id', 'body', 'updated_at'],
      shown: { body: fromJson },
      erase: 'delete',
    },
    {
      topic: 'answers',
      // Through the drafts, which are few: an index of claims by author would cost a row at each
      // claim.
      of: `claim_id IN (SELECT d.claim_id FROM review_drafts d CROSS JOIN claims c ON c.id = d.claim_id
        WHERE c.author_id = ?1 OR c.${ofOwnItems})`,
      exported: { not: 'not yet handed in by the reviewer' },
      erase: 'delete',
    },
  ],
  reviews: [
    {
      topic: 'reviews',
      of: 'reviewer_id = ?1',
      exported: ['id', 'claim_id', 'role', 'worked', 'try_next', 'handed_in_at', 'withdrawn_at'],
      erase: { detach: {}, why: withoutItsAuthor },
    },
    {
      topic: 'results',
      of: `(${ofOwnAnswers} OR ${ofOwnItems})`,
      // As in a result: not who wrote, whether it was a mentor, or who came first.
      exported: ['submission_id', 'worked', 'try_next'],
      exportedIf: readByAuthor,
      writer: { accountId: 'reviews.reviewer_id', language: languageOf('reviews.submission_id') },
      erase: { detach: { worked: "''", try_next: "''" }, why: withoutWords },
    },
  ],
  ratings: [
    {
      topic: 'reviews',
      of: reviewOf('reviewer_id = ?1'),
      exported: ['review_id', 'criterion', 'level', 'indicators', 'reason', 'above_signs'],
      shown: { indicators: fromJson },
      erase: { detach: {}, why: withoutItsAuthor },
    },
    {
      topic: 'results',
      of: reviewOf(`${ofOwnAnswers} OR ${ofOwnItems}`),
      // Without the review and its ticks, which together give the level of one reviewer.
      exported: ['criterion', 'reason', 'above_signs'],
      exportedIf: `EXISTS (SELECT 1 FROM reviews WHERE reviews.id = ratings.review_id AND ${readByAuthor})`,
      computed: { submission_id: ofReview('submission_id') },
      writer: {
        accountId: ofReview('reviewer_id'),
        language: languageOf(ofReview('submission_id')),
      },
      erase: { detach: { reason: "''", above_signs: 'NULL' }, why: withoutWords },
    },
  ],
  conflicts_of_interest: [
    {
      topic: 'reviews',
      of: 'account_id = ?1',
      exported: ['at'],
      erase: 'delete',
    },
    {
      topic: 'reviews',
      of: 'other_id = ?1',
      exported: { not: 'what another person said of whom they know' },
      erase: 'delete',
    },
  ],
  reviewer_records: [
    {
      topic: 'reviews',
      of: 'account_id = ?1',
      // The figures of last Monday are in reviewer_snapshots.
      exported: { not: 'changes with each hidden item, and so would tell which answer was one' },
      deletedBy: 'work_of_erased_account',
      erase: 'delete',
    },
  ],
  review_pools: { nobody: 'counts of a programme' },
  promises: [
    {
      topic: 'answers',
      of: ofOwnAnswers,
      exported: ['submission_id', 'handed_in_at', 'promised_at', 'missed'],
      erase: 'delete',
    },
  ],
  reminders: [
    {
      topic: 'answers',
      of: ofOwnAnswers,
      exported: { not: 'when to send a reminder' },
      erase: 'delete',
    },
  ],
} satisfies Personal
