import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'

import { readMilitaryFile } from '../../../worker/pathways/military/military-file.ts'
import { anAdmin, aStudent } from '../../support/builders.ts'
import { allRows, changedSince } from '../../support/all-rows.ts'
import { Client } from '../../support/client.ts'
import { theOperator } from '../../support/hiring.ts'

const stranger = new Client()
const ask = (query: string) => stranger.get(`/api/military-codes?${query}`)

const [first, second] = ['1', '2'].map((digit) => digit.repeat(64))
const aRow = (code: string, title: string, branch = 'unknown') => ({
  branch,
  code,
  titles: [{ title }],
})
const aPart = (rows: object[], { part = 1, parts = 1, fileHash = first } = {}) => ({
  fileHash,
  part,
  parts,
  rows,
})

const codesIn = async () =>
  (
    await env.DB.prepare('SELECT branch, code FROM military_codes ORDER BY code, branch').all()
  ).results.map(({ branch, code }) => `${String(branch)} ${String(code)}`)

describe('GET /api/military-codes', () => {
  it('gives four occupations for 11B to somebody without a session, building work first', async () => {
    for (const code of ['11B', '11b20', '11-B', '%2011%20B']) {
      const { status, body } = await ask(`code=${code}`)
      expect(status).toBe(200)
      expect(body.occupations.map((each: { code: string }) => each.code)).toEqual([
        '47-2061.00',
        '33-9032.00',
        '33-3051.00',
        '13-1151.00',
      ])
      expect(body).toMatchObject({ occupationSet: 'starter', branches: ['army'] })
      for (const { skills } of body.occupations) expect(skills.length).toBeGreaterThan(0)
    }
  })

  it('answers a code that nobody knows, and one of a military job only', async () => {
    const { status, body } = await ask('code=99Z')
    expect(status).toBe(200)
    expect(body).toMatchObject({ code: '99Z', occupations: [], titles: [], branches: [] })
  })

  it.each([
    'code=F%26S',
    'code=1',
    'code=',
    'code=123456789',
    `code=${'1'.repeat(41)}`,
    'code=11B&branch=unknown',
    'code=11B&branch=',
    'code=11B&code=11C',
    'branch=army',
    'code=11B&more=1',
    '',
  ])('refuses ?%s', async (query) => {
    const { status, body } = await ask(query)
    expect([status, body.type]).toEqual([422, '/problems/invalid-input'])
  })

  it('stores nothing, and not even that somebody asked', async () => {
    const before = await allRows()
    await ask('code=11B20&branch=army')
    await stranger.get('/service?code=11B20&branch=army')
    expect(await changedSince(before)).toEqual([])
  })
})

describe('PUT /api/military-codes', () => {
  it('stores a list in parts, and ends an earlier list with the last part', async () => {
    const { client } = await theOperator()
    const put = (body: object) => client.put('/api/military-codes', body)
    await put(aPart([aRow('AAA1', 'Old work'), aRow('BBB1', 'Baker')]))
    expect(await codesIn()).toEqual(['unknown AAA1', 'unknown BBB1'])

    const fileHash = second
    const one = await put(
      aPart([aRow('BBB1', 'Pastry cook'), aRow('BBB1', 'Guard', 'navy')], {
        part: 1,
        parts: 2,
        fileHash,
      }),
    )
    expect(one).toMatchObject({ status: 200, body: { stored: 2, finished: false } })
    expect(await codesIn()).toEqual(['unknown AAA1', 'navy BBB1', 'unknown BBB1'])
    const two = await put(aPart([aRow('CCC1', 'Cook')], { part: 2, parts: 2, fileHash }))
    expect(two.body).toEqual({ stored: 1, finished: true })
    expect(await codesIn()).toEqual(['navy BBB1', 'unknown BBB1', 'unknown CCC1'])

    // Both branches, each labelled; one branch, with what has no branch.
    const both = (await ask('code=bbb-1')).body
    expect(both).toMatchObject({ branches: ['navy'], occupations: [] })
    expect(both.titles).toEqual([
      { title: 'Guard', from: { branch: 'navy', code: 'BBB1' } },
      { title: 'Pastry cook', from: { branch: 'unknown', code: 'BBB1' } },
    ])
    const army = (await ask('code=BBB1&branch=army')).body.titles
    expect(army.map(({ title }: { title: string }) => title)).toEqual(['Pastry cook'])
  })

  it('replaces what a part sent again holds, and keeps the trail', async () => {
    const operator = await theOperator()
    const entries = () =>
      env.DB.prepare(
        "SELECT count(*) AS n FROM audit_entries WHERE action = 'military-codes.stored'",
      )
        .first<number>('n')
        .then(Number)
    const before = await entries()
    for (const title of ['Cook', 'Baker'])
      await operator.client.put('/api/military-codes', aPart([aRow('DDD1', title)]))
    expect((await ask('code=DDD1')).body.titles).toMatchObject([{ title: 'Baker' }])
    expect(await entries()).toBe(before + 2)
  })

  it('refuses everybody but the operator’s admins', async () => {
    for (const { client } of [await aStudent(), await anAdmin()])
      expect((await client.put('/api/military-codes', aPart([aRow('EEE1', 'x')]))).status).toBe(403)
    expect((await stranger.put('/api/military-codes', aPart([aRow('EEE1', 'x')]))).status).toBe(401)
  })

  it.each([
    ['no rows', aPart([])],
    ['101 rows', aPart(Array.from({ length: 101 }, (_, n) => aRow(`F${n}A`, 'x')))],
    ['a third part of two', aPart([aRow('EEE1', 'x')], { part: 3, parts: 2 })],
    ['a code with a sign', aPart([aRow('F&S', 'x')])],
    ['a code in lower case', aPart([aRow('eee1', 'x')])],
    ['no branch', aPart([aRow('EEE1', 'x', '')])],
    ['a code without titles', aPart([{ branch: 'army', code: 'EEE1', titles: [] }])],
    [
      'a malformed occupation',
      aPart([{ branch: 'army', code: 'EEE1', titles: [{ title: 'x', occupation: '47-2061' }] }]),
    ],
  ])('refuses %s', async (_, body) => {
    const { client } = await theOperator()
    const before = await codesIn()
    expect((await client.put('/api/military-codes', body)).status).toBe(422)
    expect(await codesIn()).toEqual(before)
  })
})

/** Empty if there is no such file beside the repository. */
const files = import.meta.glob<string>('../../../../shared/data/moc-civilian-titles.csv', {
  query: '?raw',
  import: 'default',
  eager: true,
})
const [crosswalk] = Object.values(files)

describe.skipIf(!crosswalk)(
  `the crosswalk of O*NET${crosswalk ? '' : ' (skipped: there is no ../shared/data)'}`,
  () => {
    it('is stored whole, 7,177 codes, and answers the code of a medic', async () => {
      const { client } = await theOperator()
      const read = readMilitaryFile('moc-civilian-titles.csv', crosswalk ?? '')
      if ('flaw' in read) throw new Error(read.flaw)
      const parts = Math.ceil(read.rows.length / 100)
      for (let part = 1; part <= parts; part++) {
        const rows = read.rows.slice((part - 1) * 100, part * 100)
        const { status, text } = await client.put(
          '/api/military-codes',
          aPart(rows, { part, parts, fileHash: 'c'.repeat(64) }),
        )
        expect(status === 200 ? '' : text).toBe('')
      }
      expect(await codesIn()).toHaveLength(7_177)

      const medic = (await ask('code=68W10&branch=army')).body
      expect(medic.occupations.map((each: { code: string }) => each.code)).toEqual([
        '31-9092.00',
        '29-2061.00',
        '31-1131.00',
      ])
      expect(medic.titles).toEqual([
        { title: 'Paramedic', from: { branch: 'unknown', code: '68W' } },
      ])
      expect((await ask('code=11B1A')).body).toMatchObject({ occupations: [], code: '11B1A' })
    })
  },
)
