import { type Personal, fromJson } from '../foundation/personal-rows.ts'

/** SQL over claims and reviews: they are on a hidden item made from the person's answer. */
export const ofOwnItems = 'item_id IN (SELECT id FROM hidden_items WHERE author_id = ?1)'

export const personal = {
  practice_results: [
    {
      topic: 'reviews',
      of: 'account_id = ?1',
      exported: ['challenge_id', 'item_id', 'levels', 'at'],
      shown: { levels: fromJson },
      deletedBy: 'work_of_erased_account',
      erase: 'delete',
    },
  ],
  hidden_items: [
    {
      topic: 'answers',
      of: 'author_id = ?1',
      // Not the levels: they are those of one mentor.
      exported: ['submission_id', 'body', 'made_at', 'retired_at'],
      shown: { body: fromJson },
      erase: {
        detach: { body: 'NULL', retired_at: 'coalesce(retired_at, ?2)' },
        why: 'the levels measure those who reviewed it; the words are gone',
      },
    },
  ],
  item_agreements: [
    {
      topic: 'answers',
      of: 'student_id = ?1',
      exported: ['submission_id', 'agreed', 'answered_at'],
      deletedBy: 'work_of_erased_account',
      erase: 'delete',
    },
  ],
} satisfies Personal
