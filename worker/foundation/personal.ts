import type { Personal } from './personal-rows.ts'

export const personal = {
  idempotency_keys: [
    {
      topic: 'technical',
      of: 'account_id = ?1',
      exported: { not: 'ids of changes that other tables hold' },
      erase: 'delete',
    },
  ],
  outbox: { nobody: 'ids only; a mailed code is sealed and gone within the hour' },
  guard: { nobody: 'it never holds a row' },
  counters: { nobody: 'keyed hashes, gone after two days' },
} satisfies Personal
