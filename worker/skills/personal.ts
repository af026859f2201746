import type { Personal } from '../foundation/personal-rows.ts'

export const personal = {
  rubric_versions: { nobody: 'published rubrics' },
} satisfies Personal
