import { describe, expect, it } from 'vitest'

import { csvOf } from '../../../worker/insights/export/csv.ts'

const cellOf = (value: unknown) => csvOf([{ cell: value }]).replace('\uFEFFcell\r\n', '')

describe('a table as CSV', () => {
  it('starts with a byte order mark and a header, and ends every line as RFC 4180 says', () => {
    const rows = [
      { name: 'Leila', count: 2 },
      { name: 'Zoë', count: null },
    ]
    expect(csvOf(rows)).toBe('\uFEFFname,count\r\nLeila,2\r\nZoë,\r\n')
  })

  it.each([
    ['plain', 'plain\r\n'],
    ['a, b', '"a, b"\r\n'],
    ['she said "no"', '"she said ""no"""\r\n'],
    ['one\ntwo', '"one\ntwo"\r\n'],
    ['one\r\ntwo', '"one\r\ntwo"\r\n'],
    ['', '\r\n'],
    [null, '\r\n'],
    [true, 'true\r\n'],
    [['a', 'b'], '"[""a"",""b""]"\r\n'],
    [{ plan: 'x' }, '"{""plan"":""x""}"\r\n'],
  ])('writes %j as %j', (value, written) => expect(cellOf(value)).toBe(written))

  it.each([
    ['=1+1', "'=1+1\r\n"],
    ['+44 113', "'+44 113\r\n"],
    ['-1+1', "'-1+1\r\n"],
    ['@sum', "'@sum\r\n"],
    ['\t=1', "'\t=1\r\n"],
    ['\r=1', '"\'\r=1"\r\n'],
    ['=HYPERLINK("https://a.example","b")', '"\'=HYPERLINK(""https://a.example"",""b"")"\r\n'],
    // A number is no formula, and must stay one.
    [-1.5, '-1.5\r\n'],
  ])('keeps a spreadsheet from running %j', (value, written) => expect(cellOf(value)).toBe(written))
})
