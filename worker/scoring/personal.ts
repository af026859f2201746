import { type Personal, fromJson } from '../foundation/personal-rows.ts'
import { tenths } from './result/result.ts'

const ofOwnAnswers = 'submission_id IN (SELECT id FROM submissions WHERE student_id = ?1)'

export const personal = {
  estimates: [
    {
      topic: 'results',
      of: ofOwnAnswers,
      // As in a result: the last figures only, to a tenth. With earlier or finer ones, an author
      // could work out what each reviewer gave.
      exported: ['submission_id', 'criterion', 'state', 'mean', 'variance'],
      exportedIf: `submission_id IN (SELECT submission_id FROM decisions)
        AND number = (SELECT max(later.number) FROM estimates later
          WHERE later.submission_id = estimates.submission_id
            AND later.criterion = estimates.criterion)`,
      shown: { mean: roundedFigure, variance: roundedFigure },
      erase: { keep: 'figures of the levels, without text; reviewers are measured by them' },
    },
  ],
  decisions: [
    {
      topic: 'results',
      of: ofOwnAnswers,
      exported: ['submission_id', 'state', 'level', 'decided_at'],
      erase: { keep: 'badges refer to it; it holds no text' },
    },
  ],
  submission_priors: [
    {
      topic: 'results',
      of: ofOwnAnswers,
      exported: { not: 'figures of the challenge and of earlier rounds' },
      erase: { keep: 'figures without text; estimates are worked out from them' },
    },
  ],
  version_priors: { nobody: 'figures of a challenge' },
  reviewer_snapshots: [
    {
      topic: 'reviews',
      of: 'account_id = ?1',
      exported: [
        'role',
        'as_of',
        'anchored',
        'variance',
        'shift',
        'difference',
        'kappa',
        'set_aside',
        'distances',
        'look_again',
      ],
      shown: { distances: fromJson, look_again: fromJson },
      deletedBy: 'work_of_erased_account',
      erase: 'delete',
    },
  ],
  delayed_results: [
    {
      topic: 'results',
      of: ofOwnAnswers,
      exported: ['submission_id', 'owed', 'opens_at', 'opened_at'],
      erase: { keep: 'a number and times; it belongs to the decision, and holds no text' },
    },
  ],
  rounds_needed: { nobody: 'two counts for each challenge' },
} satisfies Personal

function roundedFigure(figure: unknown): number {
  return tenths(Number(figure))
}
