import { type Personal, fromJson } from '../foundation/personal-rows.ts'

const ofOwnClaims = 'claim_id IN (SELECT id FROM prior_learning_claims WHERE student_id = ?1)'

export const personal = {
  military_codes: { nobody: 'a public list of codes' },
  pathways: { nobody: 'what a programme offers' },
  pathway_versions: { nobody: 'what a programme offers' },
  enrolments: [
    {
      topic: 'results',
      of: 'student_id = ?1',
      exported: ['pathway_id', 'version', 'enrolled_at', 'left_at'],
      deletedBy: 'work_of_erased_account',
      erase: 'delete',
    },
  ],
  attestations: [
    {
      topic: 'results',
      of: 'student_id = ?1',
      exported: ['organization_id', 'title', 'at', 'ended_at'],
      deletedBy: 'work_of_erased_account',
      erase: 'delete',
    },
    {
      topic: 'staff',
      of: 'attested_by = ?1 OR ended_by = ?1',
      exported: { not: 'it is about the student' },
      erase: { detach: {}, why: 'the step of a student stays finished' },
    },
  ],
  prior_learning_claims: [
    {
      topic: 'answers',
      of: 'student_id = ?1',
      exported: [
        'id',
        'organization_id',
        'skill',
        'is_service',
        'left_school_on',
        'links',
        'created_at',
        'updated_at',
        'attempt_id',
        'submitted_at',
        'withdrawn_at',
        'decided_at',
      ],
      shown: { links: fromJson },
      deletedBy: 'work_of_erased_account',
      erase: 'delete',
    },
  ],
  prior_learning_parts: [
    {
      topic: 'answers',
      of: ofOwnClaims,
      exported: ['claim_id', 'competency', 'text', 'updated_at'],
      deletedBy: 'work_of_erased_account',
      erase: 'delete',
    },
  ],
  prior_learning_jobs: [
    {
      topic: 'answers',
      of: ofOwnClaims,
      exported: ['claim_id', 'number', 'title', 'organization', 'starts', 'ends', 'hours_a_week'],
      deletedBy: 'work_of_erased_account',
      erase: 'delete',
    },
  ],
} satisfies Personal
