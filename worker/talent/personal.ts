import { type Personal, fromJson } from '../foundation/personal-rows.ts'

const staffRow = (of: string) => ({
  topic: 'staff' as const,
  of,
  exported: { not: 'it is about the employer' },
  erase: { detach: {}, why: 'the work of the employer, which stays without its author' },
})

export const personal = {
  visibilities: [
    {
      topic: 'visibility',
      of: 'student_id = ?1',
      exported: [
        'headline',
        'summary',
        'regions',
        'remote',
        'hours_minimum',
        'hours_maximum',
        'start_month',
        'pay_floor',
        'pay_currency',
        'work_countries',
      ],
      shown: { regions: fromJson, work_countries: fromJson },
      erase: 'delete',
    },
  ],
  visible_credentials: [
    {
      topic: 'visibility',
      of: 'student_id = ?1',
      exported: [
        'credential_id',
        'skill',
        'level',
        'month',
        'challenge_title',
        'excerpt',
        'levels',
        'signs',
      ],
      shown: { levels: fromJson, signs: fromJson },
      erase: 'delete',
    },
  ],
  visible_counts: { nobody: 'a count for each skill' },
  blocks: [
    {
      topic: 'visibility',
      of: 'student_id = ?1',
      exported: ['organization_id', 'domain', 'created_at'],
      erase: 'delete',
    },
  ],
  pseudonyms: [
    {
      topic: 'visibility',
      of: 'student_id = ?1',
      exported: ['organization_id', 'pseudonym', 'created_at'],
      erase: 'delete',
    },
  ],
  openings: { nobody: 'about employers' },
  opening_versions: [staffRow('created_by = ?1')],
  searches: [staffRow('account_id = ?1')],
} satisfies Personal
