import { describe, expect, it } from 'vitest'

import type { Branch } from '../../../worker/pathways/military/branch-input.ts'
import { civilianWork } from '../../../worker/pathways/military/civilian-work.ts'
import {
  chooseReadings,
  militaryCode,
  readingsOf,
} from '../../../worker/pathways/military/military-code.ts'
import type { MilitaryRow } from '../../../worker/pathways/military/military-row.ts'
import { suggestions } from '../../../worker/pathways/military/suggested.ts'
import type { OccupationSet } from '../../../worker/pathways/occupation/occupation.ts'
import { starterSet } from '../../../worker/pathways/occupation/starter-occupations.ts'

describe('a typed code', () => {
  it.each([
    ['11b', '11B'],
    [' 11-B ', '11B'],
    ['3p0.51', '3P051'],
    ['1 1 B', '11B'],
    ['11‑B', '11B'],
    ['11–B', '11B'],
    ['F&S', undefined],
    ['1', undefined],
    ['', undefined],
    ['...', undefined],
    ['123456789', undefined],
    ['11Б', undefined],
    ["11B'--", undefined],
    ['constructor', undefined],
  ])('%j is %s', (typed, code) => expect(militaryCode(typed)).toBe(code))
})

/** What a code is read as, in order; `listed` are the codes in the list. */
const read = (typed: string, branch?: Branch, listed: string[] = []) =>
  chooseReadings(readingsOf(militaryCode(typed) ?? ''), branch, (code) =>
    listed.includes(code),
  ).map(({ code }) => code)

describe('a code is read', () => {
  it.each<[typed: string, branch: Branch | undefined, listed: string[], read: string[]]>([
    ['11B', undefined, [], ['11B']],
    // Army: without the level, unless the list has the code as it was typed.
    ['11B20', undefined, [], ['11B20', '11B']],
    ['11B2P', undefined, [], ['11B2P', '11B']],
    ['68W1O', 'army', [], ['68W', '68W1O']],
    ['11B2B', undefined, ['11B2B'], ['11B2B']],
    ['11B2B', 'army', ['11B2B'], ['11B', '11B2B']],
    ['11B1A', undefined, ['11B1A'], ['11B1A']],
    ['11B1A', 'air-force', ['11B1A'], ['11B1A']],
    ['11B20', 'navy', [], ['11B20']],
    ['11BB0', undefined, [], ['11BB0']],
    ['11B200', undefined, [], ['11B200']],
    // Navy: without the grade.
    ['HM2', undefined, [], ['HM2', 'HM']],
    ['HMC', undefined, [], ['HMC', 'HM']],
    ['HMCS', 'navy', [], ['HMCS', 'HM']],
    ['HMCM', 'navy', [], ['HMCM', 'HM']],
    ['ABE1', 'navy', [], ['ABE1', 'ABE']],
    ['BM2', 'coast-guard', [], ['BM2', 'BM']],
    ['HM2', 'army', [], ['HM2']],
    // A command master chief, and not a construction mechanic.
    ['CMC', undefined, ['CMC'], ['CMC']],
    ['HM4', undefined, [], ['HM4']],
    // Air force: the level as X, also if the list has the code.
    ['3P051', undefined, ['3P051'], ['3P051', '3P0X1']],
    ['3P071', 'air-force', [], ['3P071', '3P0X1']],
    ['1N051A', 'air-force', [], ['1N051A', '1N0X1A']],
    ['5S051', 'space-force', [], ['5S051', '5S0X1']],
    ['3P0X1', undefined, [], ['3P0X1']],
    ['3P051', 'army', [], ['3P051']],
    // Marines: the zero that a spreadsheet drops.
    ['311', undefined, [], ['311', '0311']],
    ['311', 'marine-corps', [], ['311', '0311']],
    ['311', undefined, ['311'], ['311']],
    ['311', 'army', [], ['311']],
    ['0311', undefined, [], ['0311']],
    ['31', undefined, [], ['31']],
  ])('%s of %s, listed %j: as %j', (typed, branch, listed, expected) =>
    expect(read(typed, branch, listed)).toEqual(expected),
  )
})

const rowOf = (code: string, title: string, branch: MilitaryRow['branch'] = 'unknown') => ({
  branch,
  code,
  titles: [{ title }],
})
const answer = (typed: string, branch?: Branch, rows: MilitaryRow[] = [], set = starterSet) =>
  civilianWork({ code: militaryCode(typed) ?? '', branch }, rows, set)
const codesIn = (...asked: Parameters<typeof answer>) =>
  answer(...asked).occupations.map(({ code }) => code)

const infantry = ['47-2061.00', '33-9032.00', '33-3051.00', '13-1151.00']
const police = ['33-3051.00', '33-9032.00', '33-1012.00']

describe('civilian work', () => {
  it('is suggested for 17 codes, all of it in the starter set: 29 occupations', () => {
    expect(suggestions).toHaveLength(17)
    const all = new Set(suggestions.flatMap(({ occupations }) => occupations))
    expect(all.size).toBe(29)
    for (const code of all) expect([code, starterSet.occupations.has(code)]).toEqual([code, true])
  })

  it.each(['11B', '11b', '11B20', '11-B', '0311', '311', '11B2P'])(
    '%s: four occupations, building work first, each with up to three skills',
    (typed) => {
      const { occupations, titles } = answer(typed)
      expect(occupations.map(({ code }) => code)).toEqual(infantry)
      expect(titles).toEqual([])
      for (const { skills, suggested } of occupations) {
        expect(suggested).toBe(true)
        expect(skills.length).toBeGreaterThan(0)
        expect(skills.length).toBeLessThanOrEqual(3)
      }
    },
  )

  it('is that of the branch that is asked for', () => {
    expect(codesIn('11B', 'army')).toEqual(infantry)
    expect(codesIn('11B', 'navy')).toEqual([])
    expect(codesIn('HM2', 'navy')[0]).toBe('31-9092.00')
    expect(codesIn('HM2', 'army')).toEqual([])
  })

  it('comes first from Mettle’s own row, also if the list has the code as typed', () => {
    const row = rowOf('3P051', 'Patrol Officers')
    const { occupations, titles, readings } = answer('3P051', undefined, [row])
    expect(occupations.map(({ code }) => code)).toEqual(police)
    expect(titles.map(({ title }) => title)).toEqual(['Patrol Officers'])
    expect(readings.map(({ how }) => how)).toEqual(['as-typed', 'air-force-skill-level'])
  })

  it('is a pilot’s for 11B2B, unless the army is asked for', () => {
    const rows = [rowOf('11B2B', 'Airline Pilots')]
    expect(answer('11B2B', undefined, rows)).toMatchObject({
      occupations: [],
      titles: [{ title: 'Airline Pilots' }],
    })
    const army = answer('11B2B', 'army', rows)
    expect(army.occupations.map(({ code }) => code)).toEqual(infantry)
    expect(army.readings.map(({ code }) => code)).toEqual(['11B', '11B2B'])
    expect(answer('11B1A', undefined, [rowOf('11B1A', 'Airline Pilots')]).occupations).toEqual([])
  })

  it('is of each branch that uses the code, and says of which', () => {
    const rows = [rowOf('0311', 'Clerk', 'navy'), rowOf('0311', 'Guard', 'marine-corps')]
    const both = answer('0311', undefined, rows)
    expect(both.branches).toEqual(['marine-corps', 'navy'])
    expect(both.titles).toEqual([
      { title: 'Clerk', from: { branch: 'navy', code: '0311' } },
      { title: 'Guard', from: { branch: 'marine-corps', code: '0311' } },
    ])
    const one = answer('0311', 'navy', rows)
    expect([one.branches, one.occupations, one.titles.length]).toEqual([['navy'], [], 1])
  })

  it('is linked if the occupation has the same title in any case, or the same code', () => {
    const guard = starterSet.occupations.get('33-9032.00')
    if (!guard) throw new Error('No security guard.')
    const rows: MilitaryRow[] = [
      {
        branch: 'unknown',
        code: 'AA',
        titles: [
          { title: guard.title.toUpperCase() },
          { title: 'Watchman', occupation: '47-2061.00' },
          { title: 'Armed guard', occupation: '11-1111.00' },
        ],
      },
    ]
    const { occupations, titles } = answer('AA', undefined, rows)
    expect(occupations.map(({ code, suggested }) => [code, suggested])).toEqual([
      ['33-9032.00', false],
      ['47-2061.00', false],
    ])
    expect(titles.map(({ title }) => title)).toEqual(['Armed guard'])
  })

  it('names each occupation once, and none of the armed forces', () => {
    const rows: MilitaryRow[] = [
      {
        branch: 'army',
        code: '11B',
        titles: [
          { title: 'Builder', occupation: '47-2061.00' },
          { title: 'Infantry', occupation: '55-3016.00' },
        ],
      },
    ]
    const military = { ...starterSet.occupations.get('47-2061.00'), code: '55-3016.00' }
    const occupations = new Map(starterSet.occupations)
    occupations.set('55-3016.00', military as never)
    expect(codesIn('11B', undefined, rows, { kind: 'starter', occupations })).toEqual(infantry)
  })

  it('has no skills if none sets it apart', () => {
    const plain = starterSet.occupations.get('47-2061.00')
    if (!plain) throw new Error('No building site worker.')
    const need = Object.fromEntries(Object.keys(plain.need).map((skill) => [skill, 0]))
    const set: OccupationSet = {
      kind: 'imported',
      occupations: new Map([['47-2061.00', { ...plain, need: need as never }]]),
    }
    const { occupations } = answer('11B', undefined, [], set)
    expect(occupations).toMatchObject([{ code: '47-2061.00', skills: [] }])
  })

  it('is nothing for an unknown code, and says what it was read as', () => {
    expect(answer('99Z40')).toMatchObject({ occupations: [], titles: [], branches: [] })
    expect(answer('99Z40').readings.map(({ code }) => code)).toEqual(['99Z40', '99Z'])
  })
})
