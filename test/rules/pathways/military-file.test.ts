import { describe, expect, it } from 'vitest'
import * as v from 'valibot'

import { civilianWork } from '../../../worker/pathways/military/civilian-work.ts'
import {
  type MilitaryFile,
  readMilitaryFile,
} from '../../../worker/pathways/military/military-file.ts'
import { StoreMilitaryCodesInput } from '../../../worker/pathways/military/store-military-codes-input.ts'
import { starterSet } from '../../../worker/pathways/occupation/starter-occupations.ts'
import { hasOpenData, openData, rowsOf, withOpenData } from '../../support/open-data.ts'

const head =
  'SVC,MOC,MOC_TITLE,STATUS,EDATE,ONET1,ONET1_TITLE,ONET2,ONET2_TITLE,ONET3,ONET3_TITLE,ONET4,ONET4_TITLE'
const driver = 'A,88M,Motor Transport Operator,A,2020,53-3032.00,Drivers,,,,,,'

function rowsIn(text: string): MilitaryFile {
  const read = readMilitaryFile('codes.csv', text)
  if ('flaw' in read) throw new Error(JSON.stringify(read))
  return read
}

describe('a list of military codes, as it is published', () => {
  it('is read by the names of its columns, with branch, name and occupations', () => {
    expect(rowsIn(`${head}\n${driver}\n`)).toEqual({
      rows: [
        {
          branch: 'army',
          code: '88M',
          name: 'Motor Transport Operator',
          titles: [{ title: 'Drivers', occupation: '53-3032.00' }],
        },
      ],
      dropped: { obsolete: 0, military: 0, otherSigns: 0 },
    })
  })

  it('may have tabs, a byte order mark, CRLF, quotes, other columns and another order', () => {
    const swapped = (line: string) => ['x', ...line.split(',').toReversed()].join('\t')
    const text = `\uFEFF${swapped(head)}\r\n${swapped(driver)}\r\n\r\n`
    expect(rowsIn(text)).toEqual(rowsIn(`${head}\n${driver}`))
    const quoted = driver.replace('Drivers', '"Drivers, ""heavy""\r\nand light"')
    expect(rowsIn(`${head}\n${quoted}`).rows[0]?.titles[0]?.title).toBe(
      'Drivers, "heavy"\r\nand light',
    )
  })

  it('puts the lines of a code together, by branch', () => {
    const more = driver.replace('53-3032.00,Drivers', '43-5032.00,Dispatchers')
    const marine = more.replace('A,88M', 'M,88M')
    const { rows } = rowsIn([head, driver, driver, more, marine].join('\n'))
    expect(rows.map(({ branch, titles }) => [branch, titles.map(({ title }) => title)])).toEqual([
      ['army', ['Drivers', 'Dispatchers']],
      ['marine-corps', ['Dispatchers']],
    ])
  })

  it('drops old codes, military occupations and codes with other signs, and counts them', () => {
    const lines = [
      driver,
      'A,11B,Infantry,A,2020,55-3016.00,Infantry,,,,,,',
      'A,88N,Old,O,1990,53-3032.00,Drivers,,,,,,',
      'N,F&S,Finance,A,2020,13-2011.00,Accountants,,,,,,',
    ]
    const { rows, dropped } = rowsIn([head, ...lines].join('\n'))
    expect(rows.map(({ code }) => code)).toEqual(['88M'])
    expect(dropped).toEqual({ obsolete: 1, military: 1, otherSigns: 1 })
  })
})

describe('a list of military codes is refused by file, line and column', () => {
  const many = Array.from({ length: 41 }, (_, index) => `Title ${index}`).join('|')
  it.each([
    ['no column SVC', driver, { line: 1, column: 'SVC', flaw: 'column-missing' }],
    [
      'no fourth occupation',
      `${head.replace('ONET4,', '')}\n${driver}`,
      { line: 1, column: 'ONET4', flaw: 'column-missing' },
    ],
    [
      'no titles',
      'moc,titles\n11B,x',
      { line: 1, column: 'civilian_titles', flaw: 'column-missing' },
    ],
    [
      'an unknown branch in line 3',
      `${head}\n${driver}\nQ${driver.slice(1)}`,
      { line: 3, column: 'SVC', flaw: 'branch-unknown' },
    ],
    [
      'a code without its dot, after a cell of two lines',
      `${head}\n${driver.replace('Motor Transport Operator', '"Motor\nTransport"')}\n${driver.replace('53-3032.00', '53-303200')}`,
      { line: 4, column: 'ONET1', flaw: 'code-malformed' },
    ],
    [
      'an occupation without a title',
      `${head}\n${driver.replace('Drivers', '')}`,
      { line: 2, column: 'ONET1_TITLE', flaw: 'title-missing' },
    ],
    ['an open quote', `${head}\n${driver}\nA,"88N`, { line: 3, flaw: 'quote-not-closed' }],
    ['no rows', `${head}\n`, { line: 1, flaw: 'no-rows' }],
    ['nothing', '', { line: 1, column: 'SVC', flaw: 'column-missing' }],
    ['41 titles', `moc,civilian_titles\nAA,${many}`, { line: 2, flaw: 'too-many-titles' }],
  ])('%s', (_, text, flaw) =>
    expect(readMilitaryFile('codes.csv', text)).toEqual({ file: 'codes.csv', ...flaw }),
  )

  it('more than 20 MB', () => {
    const text = `moc,civilian_titles\n${' '.repeat(20 * 1024 * 1024)}`
    expect(readMilitaryFile('codes.csv', text)).toMatchObject({ line: 1, flaw: 'too-large' })
  })
})

describe.skipIf(!hasOpenData)(`the crosswalk of O*NET${withOpenData}`, () => {
  const { rows, dropped } = hasOpenData
    ? rowsIn(openData('moc-civilian-titles.csv'))
    : { rows: [], dropped: null }
  const titles = rows.flatMap((row) => row.titles)

  it('has 7,177 codes that can be used; F&S is dropped', () => {
    expect(rows).toHaveLength(7_177)
    expect(new Set(rows.map(({ code }) => code)).size).toBe(7_177)
    expect(dropped).toEqual({ obsolete: 0, military: 0, otherSigns: 1 })
    expect(rows.every(({ branch }) => branch === 'unknown')).toBe(true)
  })

  it('has 12,405 titles with the two of F&S; 4,222 are titles of O*NET', () => {
    const ours = new Set(
      rowsOf('onet-29.3-workstyles-riasec.csv').map(({ title = '' }) => title.toLowerCase()),
    )
    const isOurs = (title: string) => ours.has(title.toLowerCase())
    const dropped = ['Accountants and Auditors', 'Auditor']
    const all = [...titles.map(({ title }) => title), ...dropped]
    expect(all).toHaveLength(12_405)
    expect(all.filter(isOurs)).toHaveLength(4_222)
  })

  it('can be stored whole', () => {
    const hash = 'a'.repeat(64)
    for (let from = 0; from < rows.length; from += 100) {
      const part = { fileHash: hash, part: 1, parts: 1, rows: rows.slice(from, from + 100) }
      expect(v.safeParse(StoreMilitaryCodesInput, part).issues).toBeUndefined()
      expect(JSON.stringify(part).length).toBeLessThan(64 * 1024)
    }
  })

  it('answers every code, as it is typed in lower case', () => {
    const none = rows.filter(({ code }) => {
      const { occupations, titles: others } = civilianWork(
        { code },
        rows.filter((row) => row.code === code),
        starterSet,
      )
      return occupations.length + others.length === 0
    })
    expect(none).toEqual([])
  })

  it('links titles to the occupations of O*NET once they are imported', () => {
    const model = starterSet.occupations.get('53-3032.00')
    if (!model) throw new Error('No driver.')
    const occupations = new Map(
      rowsOf('onet-29.3-workstyles-riasec.csv').map(({ soc = '', title = '' }) => [
        soc,
        { ...model, code: soc, title },
      ]),
    )
    const { occupations: found, titles: others } = civilianWork(
      { code: '88M', branch: 'army' },
      rows.filter(({ code }) => code === '88M'),
      { kind: 'imported', occupations },
    )
    expect(found.map(({ code }) => code)).toEqual(['53-3032.00', '43-5032.00', '53-1043.00'])
    expect(others.map(({ title }) => title)).toEqual(['Tractor-Trailer Truck Driver'])
  })
})
