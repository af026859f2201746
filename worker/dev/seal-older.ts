import { databaseOf } from '../database-of.ts'
import type { Bindings } from '../env.ts'
import { type DemoPerson, addDemoPerson } from './demo-people.ts'
import { sealDev } from './dev-text.ts'

interface OlderMail {
  note_id: string
  at: number
  recipient: string
  subject: string
  body: string
  attachment: string | null
}

/** Seals the emails and demo people of an older data folder, where they are not sealed. */
export async function sealOlder(env: Bindings): Promise<void> {
  const db = databaseOf(env)
  const older = await db
    .prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'dev_mails'")
    .first()
  if (!older) return
  const { results: mails } = await db
    .prepare('SELECT * FROM dev_mails ORDER BY rowid')
    .all<OlderMail>()
  const { results: people } = await db
    .prepare('SELECT * FROM dev_people')
    .all<DemoPerson & { place: number }>()
  await db.batch([
    ...(await Promise.all(
      mails.map(async ({ note_id: id, at, ...mail }) =>
        db
          .prepare('INSERT OR IGNORE INTO dev_sent VALUES (?, ?, ?)')
          .bind(id, at, await sealDev(env, 'dev_mails', id, mail)),
      ),
    )),
    ...(await Promise.all(people.map(({ place, ...person }) => addDemoPerson(env, place, person)))),
    db.prepare('DROP TABLE dev_mails'),
    db.prepare('DROP TABLE dev_people'),
  ])
}
