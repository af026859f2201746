import { openName } from '../../accounts/account/open-account.ts'
import { readNamesToHide } from '../../attempts/submission/find-names-to-hide.ts'
import type { Call } from '../../foundation/call/call.ts'
import { allOf } from '../../foundation/crypto/all-of.ts'
import { hiding } from '../../scoring/result/result.ts'
import type { StoredRow } from './find-exported-rows.ts'
import type { WriterRow } from './find-writers.ts'

/** Hides in the words of a row what would show who wrote them. */
export type HideWriter = (row: StoredRow, words: string) => Promise<string>

/** A writer as `hiding` takes it. */
type Writers = ReadonlyMap<string, { name: string; programmes: string[] }>

export async function openWriters(call: Call, rows: readonly WriterRow[]): Promise<Writers> {
  const opened = await allOf(rows, async ({ id, name, programmes }) => {
    const writer = {
      name: await openName(call, id, name, ''),
      programmes: readNamesToHide(programmes),
    }
    return [id, writer] as const
  })
  return new Map(opened)
}

/** Hides as a result does: names, addresses, and the programmes of both sides. */
export function hideWriter({ actorId }: Call, writers: Promise<Writers>): HideWriter {
  return async ({ writer_id: id, writer_language: language }, words) => {
    const known = await writers
    const own = known.get(actorId)?.programmes ?? []
    const writer = known.get(String(id)) ?? { name: '', programmes: [] }
    return hiding(own, String(language))(words, writer)
  }
}
