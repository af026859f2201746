import { unzipSync } from 'fflate'

import type { Client } from './client.ts'

/** The files of a person's export, by path. Throws if they do not get it. */
export async function exportOf(client: Client): Promise<Record<string, string>> {
  const { status, text, bytes } = await client.get('/api/export')
  if (status !== 200) throw new Error(`Export: ${status} ${text}`)
  return filesIn(bytes)
}

/** The files of an archive, by path. */
export function filesIn(archive: Uint8Array): Record<string, string> {
  const files = Object.entries(unzipSync(archive))
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  return Object.fromEntries(files.map(([path, content]) => [path, decoder.decode(content)]))
}

/** The rows of a table in an export; none if its topic has no file. */
export function rowsIn(files: Record<string, string>, topic: string, table: string) {
  const rows: Record<string, unknown>[] = JSON.parse(files[`${topic}.json`] ?? '{}')[table] ?? []
  return rows
}

/** A CSV file as lists of cells (RFC 4180), without its byte order mark. */
export function cellsOf(csv: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  for (const [, quoted, plain, end] of csv
    .replace(/^\uFEFF/, '')
    .matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'))
    if (end === ',') continue
    rows.push(row)
    row = []
  }
  return rows
}
