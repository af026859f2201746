import type { Personal } from '../foundation/personal-rows.ts'

export const personal = {
  military_codes: { nobody: 'a public list of codes' },
} satisfies Personal
