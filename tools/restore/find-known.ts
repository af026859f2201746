import * as v from 'valibot'

import type { DatabaseName } from '../backup/manifest.ts'
import { againSql, kinds } from './decisions.ts'

const time = v.pipe(v.number(), v.integer())
/** The forms matter: these values stand in SQL as they are. */
const id = v.pipe(v.string(), v.regex(/^[0-9a-f-]{36}$/))

const Erasure = v.strictObject({
  id,
  account_id: id,
  token_hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  asked_at: time,
  due_at: time,
  undone_at: v.nullable(time),
  finished_at: v.nullable(time),
})
export type Erasure = v.InferOutput<typeof Erasure>

const Destroyed = v.strictObject({
  owner: v.pipe(v.string(), v.regex(/^(?:account|organization|day):[0-9a-f-]{10,36}$/)),
  destroyed_at: time,
})
export type Destroyed = v.InferOutput<typeof Destroyed>

const Epoch = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^e-[0-9a-f]{10}$/)),
  root_id: v.pipe(v.string(), v.regex(/^[a-z0-9]{1,12}$/)),
  made_at: time,
  active_at: time,
  emptied_at: v.nullable(time),
})
export type Epoch = v.InferOutput<typeof Epoch>

/** What must outlive a restore, from the databases that are replaced. */
export interface Known {
  erasures: Erasure[]
  destroyed: Destroyed[]
  epochs: Epoch[]
  /** SQL for what people decided since, and a line about each kind: `['3 memberships that ended']`. */
  again: string[]
  decided: string[]
}

/** The rows of a query on one of the databases that are replaced. */
export type Ask = (database: DatabaseName, sql: string) => unknown[]

/** Reads everything that happened since `moment`: a restore must not undo it. */
export function findKnown(ask: Ask, moment: Date): Known {
  const since = moment.getTime()
  const erasures = ask(
    'main',
    `SELECT id, account_id, token_hash, asked_at, due_at, undone_at, finished_at FROM erasures
     WHERE max(asked_at, coalesce(undone_at, 0), coalesce(finished_at, 0)) >= ${since} ORDER BY asked_at`,
  )
  // An hour more: a key can be destroyed in the vault before its copy and after that of the main database.
  const destroyed = ask(
    'vault',
    `SELECT owner, destroyed_at FROM destroyed_owners WHERE destroyed_at >= ${since - 3_600_000}`,
  )
  const epochs = ask(
    'vault',
    'SELECT id, root_id, made_at, active_at, emptied_at FROM wrapping_epochs',
  )
  const decisions = kindsThere(ask).map((kind) => ({ kind, rows: ask('main', kind.rows(since)) }))
  return {
    again: decisions.flatMap(({ kind, rows }) => againSql(kind, rows)),
    decided: decisions
      .filter(({ rows }) => rows.length > 0)
      .map(({ kind, rows }) => `${rows.length} ${kind.what}`),
    erasures: v.parse(v.array(Erasure), erasures),
    destroyed: v.parse(v.array(Destroyed), destroyed),
    epochs: v.parse(v.array(Epoch), epochs),
  }
}

/** The databases that are replaced can be from before a table of this version: then nobody has used it. */
function kindsThere(ask: Ask): typeof kinds {
  const tables = v
    .parse(
      v.array(v.object({ name: v.string() })),
      ask('main', "SELECT name FROM sqlite_schema WHERE type = 'table'"),
    )
    .map(({ name }) => name)
  return kinds.filter(({ newTable }) => !newTable || tables.includes(newTable))
}

/** What a restore takes back and no program can bring again, so that somebody can tell those it is about. */
const takenBack: Record<string, (since: number) => string> = {
  'badges that were issued': (since) => `credentials WHERE created_at >= ${since}`,
  'people who joined': (since) => `memberships WHERE created_at >= ${since}`,
  'answers that were handed in': (since) => `submissions WHERE at >= ${since}`,
  'reviews that were handed in': (since) => `reviews WHERE handed_in_at >= ${since}`,
}

/** Such as `['3 people who joined']`. */
export function findTakenBack(ask: Ask, moment: Date): string[] {
  const rows = Object.entries(takenBack).map(
    ([what, from]) => `SELECT '${what}' AS what, count(*) AS n FROM ${from(moment.getTime())}`,
  )
  const found = v.parse(
    v.array(v.object({ what: v.string(), n: v.number() })),
    ask('main', rows.join(' UNION ALL ')),
  )
  return found.filter(({ n }) => n > 0).map(({ what, n }) => `${n} ${what}`)
}
