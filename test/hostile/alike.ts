import { env } from 'cloudflare:workers'
import { expect } from 'vitest'

import type { Client } from '../support/client.ts'
import { countingDb } from '../support/counting-db.ts'

export const anId = () => crypto.randomUUID()

export type Ask = (options: { env: { DB: D1Database } }) => ReturnType<Client['get']>

/**
 * Everything in which answers could differ: status, text, header names and database round trips.
 */
async function told(ask: Ask) {
  const { DB, trips } = countingDb(env.DB)
  const { status, text, headers } = await ask({ env: { DB } })
  return { status, text, names: [...headers.keys()].toSorted(), trips: trips() }
}

/** Expects all answers to be the same, and returns their status. */
export async function expectAlike(one: Ask, ...others: Ask[]): Promise<number> {
  const first = await told(one)
  for (const other of others) expect(await told(other)).toEqual(first)
  return first.status
}
