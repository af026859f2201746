import type { D1Database } from '@cloudflare/workers-types'

import { log } from '../../foundation/call/log.ts'

/** Keeps that a call was refused in this minute; the first one of a minute is an error in the log. */
export async function raiseAlarm(db: D1Database, minute: number): Promise<void> {
  const row = await db
    .prepare(
      `INSERT INTO vault_alarms (minute, refused) VALUES (?1, 1)
       ON CONFLICT (minute) DO UPDATE SET refused = refused + 1 RETURNING refused`,
    )
    .bind(minute)
    .first<{ refused: number }>()
  if (row?.refused === 1) log('error', 'vault.alarm', { minute })
}
