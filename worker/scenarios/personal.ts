import type { Personal } from '../foundation/personal-rows.ts'

export const personal = {
  challenges: { nobody: 'published challenges' },
  challenge_versions: { nobody: 'published challenges' },
  challenge_parts: { nobody: 'published challenges' },
  pilot_ends: { nobody: 'figures of a challenge' },
  challenge_waits: { nobody: 'how long rounds took, without whose they were' },
} satisfies Personal
