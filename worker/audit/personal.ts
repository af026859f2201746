import type { Personal } from '../foundation/personal-rows.ts'

export const personal = {
  audit_entries: [
    {
      topic: 'technical',
      of: 'actor_id = ?1',
      exported: ['at', 'action', 'subject_id', 'detail'],
      erase: { keep: 'the trail cannot be changed; it holds ids, no names and no text' },
    },
  ],
} satisfies Personal
