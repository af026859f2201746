import { type Personal, fromJson } from '../foundation/personal-rows.ts'

export const personal = {
  audit_entries: [
    {
      topic: 'technical',
      // The second condition is that of an index.
      of: "actor_id = ?1 AND actor_id <> 'system'",
      exported: ['at', 'action', 'subject_id', 'organization_id', 'detail'],
      shown: { detail: fromJson },
      erase: { keep: 'the trail cannot be changed; it holds ids, no names and no text' },
    },
  ],
} satisfies Personal
