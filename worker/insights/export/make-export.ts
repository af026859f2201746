import { strToU8, zipSync } from 'fflate'

import { unaudited } from '../../audit/entry.ts'
import { findOwnDocuments } from '../../credentials/award/find-own-documents.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit } from '../../foundation/commit/commit.ts'
import { refuseAtCap } from '../../foundation/commit/counters.ts'
import { allOf } from '../../foundation/crypto/all-of.ts'
import { archiveOf, findOwnBookings } from '../../interviews/calendar/find-own-bookings.ts'
import { findExportedRows } from './find-exported-rows.ts'
import { findWriters } from './find-writers.ts'
import { hideWriter, openWriters } from './hide-writer.ts'
import { openRows } from './open-rows.ts'
import { readme } from './readme.ts'
import { type Files, json, topicFiles } from './topic-files.ts'

/**
 * Everything that Mettle holds about the caller and that they can read, as one ZIP. An export is
 * counted when it is ready, so that a failed try costs none of the day's exports. Throws 429 if
 * these are used up, 503 `try-again` while the database or the vault does not answer.
 */
export async function makeExport(call: Call): Promise<Uint8Array<ArrayBuffer>> {
  await refuseAtCap(call)
  const files = await filesOf(call)
  const archive = zip(
    { 'README.txt': readme(call.reader, call.now, Object.keys(files)), ...files },
    call.now,
  )
  // A read changes nothing but its counter, so it has no audit entry. The fresh proof that it needs
  // has one, `session.proven`.
  const counted = unaudited('read')
  await commit(call, [counted], { answer: null })
  return archive
}

async function filesOf(call: Call): Promise<Files> {
  const [found, documents, bookings] = await Promise.all([
    findExportedRows(call),
    findOwnDocuments(call),
    findOwnBookings(call),
  ])
  // Names and rows are opened at the same time, so that the vault is asked once for both.
  const writers = openWriters(call, await findWriters(call, found))
  const hide = hideWriter(call, writers)
  const [parts] = await Promise.all([
    allOf([...found], async ([part, rows]) => {
      return [part, await openRows(call, part, rows, hide)] as const
    }),
    writers,
  ])
  const badges = documents.map(({ id, document }) => [`credentials/${id}.json`, json(document)])
  return {
    ...topicFiles(parts),
    ...Object.fromEntries(badges),
    ...(bookings.length > 0 && { 'interviews.ics': await archiveOf(call, bookings) }),
  }
}

function zip(files: Files, now: Date): Uint8Array<ArrayBuffer> {
  const bytes = Object.entries(files).map(([path, text]) => [path, strToU8(text)] as const)
  return zipSync(Object.fromEntries(bytes), { mtime: now })
}
