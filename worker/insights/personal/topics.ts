import type { PersonalRows, Topic } from '../../foundation/personal-rows.ts'
import { personalRows } from './register.ts'
import { retention } from './retention.ts'
import { type Term, termsOf } from './term.ts'

export interface TopicFacts {
  topic: Topic
  tables: readonly string[]
  /** Rows that end after a time. `number` counts the terms of one table from 0. */
  terms: readonly { table: string; number: number; term: Term }[]
  /** Rows without a term: they stay until the person erases the account, or for good. */
  rest?: 'until-erased' | 'for-good'
  /** What an erasure does with rows of this topic. */
  erased: { deletes: boolean; leaves: boolean }
}

/** What the register and the retention table say about a topic. */
export function factsOf(topic: Topic): TopicFacts {
  const rows = personalRows.filter((row) => row.topic === topic)
  const tables = [...new Set(rows.map(({ table }) => table))]
  const terms = tables.flatMap((table) =>
    termsOf(retention[table]).map((term, number) => ({ table, number, term })),
  )
  return {
    topic,
    tables,
    terms,
    ...restOf(rows),
    erased: {
      deletes: rows.some((row) => !leavesAll(row)),
      leaves: rows.some(({ erase }) => erase !== 'delete'),
    },
  }
}

function restOf(rows: readonly Row[]): Pick<TopicFacts, 'rest'> {
  const retained = rows.filter(({ table }) => 'retained' in (retention[table] ?? {}))
  if (retained.length === 0) return {}
  return { rest: retained.every(leavesAll) ? 'for-good' : 'until-erased' }
}

type Row = (typeof personalRows)[number]

/** Whether an erasure leaves the row as it is, though its account then leads to nobody. */
function leavesAll({ erase }: PersonalRows): boolean {
  return erase !== 'delete' && ('keep' in erase || Object.keys(erase.detach).length === 0)
}
