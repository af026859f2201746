import { createReadStream } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'

import { splitStatements } from './split-statements.ts'

const perTransaction = 2_000

/** Makes a database from an SQL file. The file is read in pieces, so it can be larger than the memory. */
export async function loadSql(from: string, to: string): Promise<void> {
  const db = new DatabaseSync(to, { enableForeignKeyConstraints: false })
  try {
    db.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF')
    let waiting = 0
    db.exec('BEGIN')
    for await (const statement of splitStatements(linesOf(from))) {
      db.exec(statement)
      if (++waiting % perTransaction === 0) db.exec('COMMIT; BEGIN')
    }
    db.exec('COMMIT')
  } finally {
    db.close()
  }
}

/** Only `\n` ends a line here: Node's readline also cuts at signs that can stand in a text. */
async function* linesOf(path: string): AsyncGenerator<string> {
  let rest = ''
  for await (const part of createReadStream(path, 'utf8')) {
    const lines = (rest + String(part)).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  yield rest
}
