import type { Personal } from '../foundation/personal-rows.ts'

export const personal = {
  military_codes: { nobody: 'a public list of codes' },
  pathways: { nobody: 'what a programme offers' },
  pathway_versions: { nobody: 'what a programme offers' },
  enrolments: [
    {
      topic: 'results',
      of: 'student_id = ?1',
      exported: ['pathway_id', 'version', 'enrolled_at', 'left_at'],
      erase: 'delete',
    },
  ],
  attestations: [
    {
      topic: 'results',
      of: 'student_id = ?1',
      exported: ['organization_id', 'title', 'at', 'ended_at'],
      erase: 'delete',
    },
    {
      topic: 'staff',
      of: 'attested_by = ?1 OR ended_by = ?1',
      exported: { not: 'it is about the student' },
      erase: { detach: {}, why: 'the step of a student stays finished' },
    },
  ],
} satisfies Personal
