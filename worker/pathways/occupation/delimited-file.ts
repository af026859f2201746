export interface FileLine {
  /** Of its first line, from 1. */
  number: number
  /** Its cells by the names of the columns. */
  cells: ReadonlyMap<string, string>
}

export interface DelimitedFile {
  columns: readonly string[]
  lines: readonly FileLine[]
}

/** What is wrong with a file, and where; without a column if it is the line. */
export interface FileFlaw {
  file: string
  line: number
  column?: string
  flaw:
    | 'too-large'
    | 'quote-not-closed'
    | 'column-missing'
    | 'no-rows'
    | 'code-malformed'
    | 'branch-unknown'
    | 'title-missing'
    | 'too-many-titles'
}

/** 20 MB, of a file that has one byte for each letter. */
const mostLetters = 20 * 1024 * 1024

/**
 * Reads a file of cells between tabs or commas, whichever the header has. Accepts a byte order mark,
 * CRLF, and cells in quotes with delimiters, line breaks and doubled quotes inside. Empty lines are
 * skipped. Returns a flaw for a file of more than 20 MB, or if a quote is not closed.
 */
export function readDelimited(file: string, text: string): DelimitedFile | FileFlaw {
  if (text.length > mostLetters) return { file, line: 1, flaw: 'too-large' }
  const clean = text.startsWith('\uFEFF') ? text.slice(1) : text
  const delimiter = /^[^\r\n]*\t/.test(clean) ? '\t' : ','
  const read = readLines(clean, delimiter)
  if (typeof read === 'number') return { file, line: read, flaw: 'quote-not-closed' }
  const [header, ...rest] = read.filter(({ cells }) => cells.some((cell) => cell !== ''))
  const columns = (header?.cells ?? []).map((name) => name.trim())
  const lines = rest.map(({ number, cells }) => ({
    number,
    cells: new Map(columns.map((name, index) => [name, (cells[index] ?? '').trim()])),
  }))
  return { columns, lines }
}

interface RawLine {
  number: number
  cells: string[]
}

/** A cell, in quotes or not, and what ends it. */
const cellIn = {
  ',': /(?:"((?:[^"]|"")*)"|([^",\r\n][^,\r\n]*)?)(,|\r?\n|\r|$)/y,
  '\t': /(?:"((?:[^"]|"")*)"|([^"\t\r\n][^\t\r\n]*)?)(\t|\r?\n|\r|$)/y,
}

/** All lines with their cells, or the number of the line whose quote is not closed. */
function readLines(text: string, delimiter: ',' | '\t'): RawLine[] | number {
  const cell = cellIn[delimiter]
  cell.lastIndex = 0
  const lines: RawLine[] = []
  let number = 1
  let line: RawLine = { number, cells: [] }
  while (cell.lastIndex < text.length) {
    const found = cell.exec(text)
    if (!found) return number
    const [, quoted, plain = '', end = ''] = found
    line.cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    number += countLineBreaks(quoted ?? '')
    if (end === delimiter) continue
    lines.push(line)
    number += 1
    line = { number, cells: [] }
  }
  return line.cells.length > 0 ? [...lines, line] : lines
}

const countLineBreaks = (text: string) => text.match(/\r?\n|\r/g)?.length ?? 0
