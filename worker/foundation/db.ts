import type { D1Database } from '@cloudflare/workers-types'
import type { BatchItem } from 'drizzle-orm/batch'
import { type DrizzleD1Database, drizzle } from 'drizzle-orm/d1'

export type Db = DrizzleD1Database
export type Statement = BatchItem<'sqlite'>

export function connect(d1: D1Database): Db {
  return drizzle(d1)
}
