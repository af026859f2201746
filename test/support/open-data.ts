import { existsSync, readFileSync } from 'node:fs'

const folder = '../shared/data'

/**
 * Open data that may lie beside the repository and is never copied into it. Tests of it are named
 * with this and skipped without the files.
 */
export const hasOpenData = existsSync(`${folder}/NOTICE.txt`)
export const withOpenData = hasOpenData ? '' : ` (skipped: there is no ${folder})`

export const openData = (file: string) => readFileSync(`${folder}/${file}`, 'utf8')

/** The rows of an extract by its columns; a cell may be quoted. */
export function rowsOf(file: string): Record<string, string>[] {
  const [head = '', ...lines] = openData(file).trimEnd().split(/\r?\n/)
  const names = cellsOf(head)
  return lines.map((line) => {
    const cells = cellsOf(line)
    return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']))
  })
}

const cellsOf = (line: string) =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain = '']) =>
    quoted === undefined ? plain : quoted.replaceAll('""', '"'),
  )
