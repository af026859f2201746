import type { Personal } from '../foundation/personal-rows.ts'

const ofOwnAnswers = 'submission_id IN (SELECT id FROM submissions WHERE student_id = ?1)'

export const personal = {
  estimates: [
    {
      topic: 'results',
      of: ofOwnAnswers,
      exported: [
        'submission_id',
        'criterion',
        'number',
        'model',
        'mean',
        'variance',
        'p',
        'state',
        'at',
      ],
      exportedIf: 'submission_id IN (SELECT submission_id FROM decisions)',
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
} satisfies Personal
