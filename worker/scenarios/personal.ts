import type { Personal } from '../foundation/personal-rows.ts'

export const personal = {
  challenges: { nobody: 'published challenges' },
  challenge_versions: { nobody: 'published challenges' },
  challenge_parts: { nobody: 'published challenges' },
} satisfies Personal
