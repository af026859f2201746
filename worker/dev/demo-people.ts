import { databaseOf } from '../database-of.ts'
import type { Bindings } from '../env.ts'
import { openDev, sealDev } from './dev-text.ts'

export interface DemoPerson {
  email: string
  who: string
  what: string
  path: string
}

/** The people of the demo, in the order of their list. */
export async function findDemoPeople(env: Bindings): Promise<DemoPerson[]> {
  const { results } = await databaseOf(env)
    .prepare('SELECT place AS "row", person AS sealed FROM dev_cast ORDER BY place')
    .all<{ row: number; sealed: string }>()
  const rows = results.map(({ row, sealed }) => ({ row: String(row), sealed }))
  // `dev_people` is only the name that these texts are sealed for. The table is `dev_cast`.
  return openDev<DemoPerson>(env, 'dev_people', rows)
}

/** A statement that adds a person of the demo, sealed. */
export async function addDemoPerson(env: Bindings, place: number, person: DemoPerson) {
  return databaseOf(env)
    .prepare('INSERT OR IGNORE INTO dev_cast VALUES (?, ?)')
    .bind(place, await sealDev(env, 'dev_people', String(place), person))
}
