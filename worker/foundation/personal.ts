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
  operation_times: {
    nobody: 'when the cron last ran, its time sealed, and when a backup was made',
  },
  guard: { nobody: 'it never holds a row' },
  counters: { nobody: 'keyed hashes, gone after two days' },
} satisfies Personal
