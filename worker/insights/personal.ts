import type { Personal } from '../foundation/personal-rows.ts'

export const personal = {
  shown_groups: { nobody: 'ids of accounts, so that two groups cannot be compared' },
  group_figures: { nobody: 'counts of a programme' },
} satisfies Personal
