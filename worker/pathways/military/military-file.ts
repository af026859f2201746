import { type FileFlaw, type FileLine, readDelimited } from '../occupation/delimited-file.ts'
import { isMilitary } from '../occupation/occupation.ts'
import type { Branch } from './branch-input.ts'
import type { CivilianTitle, MilitaryRow } from './military-row.ts'
import { mostTitles } from './store-military-codes-input.ts'

export interface MilitaryFile {
  rows: MilitaryRow[]
  /** What was left out, counted. */
  dropped: {
    /** Lines of codes that are used no more (STATUS O). */
    obsolete: number
    /** Occupations of the armed forces (55-…), to which no civilian work belongs. */
    military: number
    /** Lines of codes with signs that are neither letters nor digits, or of another length. */
    otherSigns: number
  }
}

/** The letters of the column SVC. */
const services: Readonly<Record<string, Branch>> = {
  A: 'army',
  N: 'navy',
  F: 'air-force',
  M: 'marine-corps',
  C: 'coast-guard',
  S: 'space-force',
}

const numbers = ['1', '2', '3', '4']
const published = ['SVC', 'MOC', 'MOC_TITLE', 'STATUS', ...numbers.map((n) => `ONET${n}`)]
const publishedTitles = numbers.map((n) => `ONET${n}_TITLE`)

/**
 * Reads a crosswalk from military codes to civilian titles. Two forms: the published one with the
 * columns `SVC`, `MOC`, `MOC_TITLE`, `STATUS`, `ONET1` to `ONET4` and `ONET1_TITLE` to
 * `ONET4_TITLE`; or `moc` and `civilian_titles`, with titles between bars and no branch. Other
 * columns are ignored. Lines of one code are put together. Returns a flaw with file, line and column
 * instead of throwing, because a page shows it.
 */
export function readMilitaryFile(file: string, text: string): MilitaryFile | FileFlaw {
  const read = readDelimited(file, text)
  if ('flaw' in read) return read
  const isShort = read.columns.includes('moc')
  const wanted = isShort ? ['moc', 'civilian_titles'] : [...published, ...publishedTitles]
  const missing = wanted.find((column) => !read.columns.includes(column))
  if (missing !== undefined) return { file, line: 1, column: missing, flaw: 'column-missing' }

  const found = new Map<string, MilitaryRow>()
  const dropped = { obsolete: 0, military: 0, otherSigns: 0 }
  for (const line of read.lines) {
    const row = isShort ? shortRow(line) : publishedRow(line)
    if ('flaw' in row) return { ...row, file }
    if (!/^[A-Z0-9]{2,8}$/.test(row.code)) dropped.otherSigns += 1
    else if (row.obsolete) dropped.obsolete += 1
    else {
      const civilian = row.titles.filter(({ occupation = '' }) => !isMilitary(occupation))
      dropped.military += row.titles.length - civilian.length
      const titles = add(found, { ...row, titles: civilian })
      if (titles > mostTitles) return { file, line: line.number, flaw: 'too-many-titles' }
    }
  }
  if (found.size === 0) return { file, line: 1, flaw: 'no-rows' }
  return { rows: [...found.values()], dropped }
}

type ReadRow = MilitaryRow & { obsolete?: boolean }
type LineFlaw = Omit<FileFlaw, 'file'>

function shortRow({ cells }: FileLine): ReadRow {
  const titles = (cells.get('civilian_titles') ?? '').split('|').filter(Boolean)
  const code = cells.get('moc') ?? ''
  return { branch: 'unknown', code, titles: titles.map((title) => ({ title })) }
}

function publishedRow({ number, cells }: FileLine): ReadRow | LineFlaw {
  const branch = services[cells.get('SVC') ?? '']
  if (!branch) return { line: number, column: 'SVC', flaw: 'branch-unknown' }
  const titles: CivilianTitle[] = []
  for (const n of numbers) {
    const occupation = cells.get(`ONET${n}`) ?? ''
    const title = cells.get(`ONET${n}_TITLE`) ?? ''
    if (occupation === '') continue
    if (!/^\d\d-\d{4}\.\d\d$/.test(occupation))
      return { line: number, column: `ONET${n}`, flaw: 'code-malformed' }
    if (title === '') return { line: number, column: `ONET${n}_TITLE`, flaw: 'title-missing' }
    titles.push({ title, occupation })
  }
  const code = cells.get('MOC') ?? ''
  const name = cells.get('MOC_TITLE') ?? ''
  return { branch, code, titles, ...(name && { name }), obsolete: cells.get('STATUS') === 'O' }
}

/** Adds a line to the row of its code. Returns how many titles the row has now. */
function add(found: Map<string, MilitaryRow>, { branch, code, name, titles }: ReadRow): number {
  if (titles.length === 0) return 0
  const key = `${branch} ${code}`
  const before = found.get(key) ?? { branch, code, ...(name && { name }), titles: [] }
  const known = new Set(before.titles.map(({ title }) => title))
  const added = titles.filter(({ title }) => !known.has(title))
  found.set(key, { ...before, titles: [...before.titles, ...added] })
  return before.titles.length + added.length
}
