/** Before UTF-8 text: without it, some spreadsheet programs guess another encoding. */
const byteOrderMark = '\uFEFF'

/**
 * A table as CSV (RFC 4180), with the names of the first row's members as its header. Lists and
 * objects are JSON; an absent value is an empty cell. `rows` is not empty.
 */
export function csvOf(rows: readonly Readonly<Record<string, unknown>>[]): string {
  const header = Object.keys(rows[0] ?? {})
  const lines = [header, ...rows.map((row) => header.map((name) => row[name]))]
  return byteOrderMark + lines.map((line) => `${line.map(cell).join(',')}\r\n`).join('')
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  const safe = startsFormula.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A spreadsheet program would run such a text; after an apostrophe it shows it. */
const startsFormula = /^[=+\-@\t\r]/
