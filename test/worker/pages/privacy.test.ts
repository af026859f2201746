import { env } from 'cloudflare:workers'
import { getTableColumns, getTableName } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'

import { unknownReader } from '../../../worker/foundation/reader/languages.ts'
import { toldTo } from '../../../worker/http/say.ts'
import { personalRows } from '../../../worker/insights/personal/register.ts'
import { retention } from '../../../worker/insights/personal/retention.ts'
import { termsOf } from '../../../worker/insights/personal/term.ts'
import { termLines } from '../../../worker/pages/privacy/term-words.ts'
import { topicFacts, topicWords } from '../../../worker/pages/privacy/topic-words.ts'
import { tables } from '../../support/all-tables.ts'
import { anAdmin, aStudent } from '../../support/builders.ts'
import { Client } from '../../support/client.ts'
import { codeFor } from '../../support/mailbox.ts'
import { settle } from '../../support/settle.ts'

const stranger = new Client()

/** The words of a page, without its marks. */
async function wordsOf(path: string): Promise<string> {
  const { text } = await stranger.get(path)
  return text
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll(/\s+/g, ' ')
}

const said = (text: Parameters<typeof toldTo>[1]) => toldTo(unknownReader, text) as string

describe('GET /privacy', () => {
  it.each(topicFacts())('says what the register says of $topic', async (facts) => {
    const words = await wordsOf('/privacy')
    const { title, what, why, who, stays } = topicWords[facts.topic]
    const lines = termLines(facts).map((line) => said(line))
    expect(lines.length).toBeGreaterThan(0)
    for (const { term } of facts.terms) {
      const length = 'days' in term ? `${term.days} day` : `${term.months} months`
      expect(lines.some((line) => line.includes(length))).toBe(true)
    }
    const parts = [title(), what(), why(), ...lines, who(), ...(stays ? [stays()] : [])]
    const at = words.indexOf(` ${title()} `)
    expect(at).toBeGreaterThan(0)
    for (const part of parts) expect(words.indexOf(part, at)).toBeGreaterThan(0)
  })

  it.each([
    ['searches', { days: 91 }, '91 days'],
    ['request_messages', { months: 13 }, '13 months'],
  ])('changes with the term of %s', async (table, length, figure) => {
    const before = retention[table]
    const [term] = termsOf(before)
    if (!before || !term) throw new Error(`${table} has no term.`)
    const { key, old, by } = term
    expect(await wordsOf('/privacy')).not.toContain(figure)
    try {
      retention[table] = { ...length, key, old, by }
      expect(await wordsOf('/privacy')).toContain(figure)
      expect((await stranger.get('/privacy/record.csv')).text).toContain(figure)
    } finally {
      retention[table] = before
    }
  })

  it('can be read in a minute before anything is opened', async () => {
    const { text } = await stranger.get('/privacy')
    const main = /<main[\s\S]*<\/main>/.exec(text)?.[0] ?? ''
    const closed = main.replaceAll(/<div class="fold-body[\s\S]*?<\/details>/g, '</details>')
    const words = closed.replaceAll(/<[^>]+>/g, ' ').match(/[\w’]+/g) ?? []
    expect(words.length).toBeGreaterThan(100)
    // 240 words a minute: Brysbaert 2019, silent reading of English.
    expect(words.length).toBeLessThan(400)
  })

  it('links to the records for a programme’s office', async () => {
    const { text } = await stranger.get('/privacy')
    expect(text).toContain('href="/privacy/record"')
    expect(text).toContain('href="/privacy/breach"')
    expect(text).toContain('href="/settings"')
  })

  it('sets no cookie for a visitor, and two to sign in', async () => {
    const visitor = new Client()
    for (const path of ['/', '/privacy', '/challenges', '/how-it-works']) await visitor.get(path)
    expect([...visitor.cookies.keys()]).toEqual([])

    const email = `${crypto.randomUUID()}@people.example`
    const asked = await visitor.post('/api/sign-ins', { email })
    const [cookie = ''] = asked.headers.getSetCookie()
    expect(cookie).toMatch(/^__Host-signin=.*max-age=600/i)
    expect(await wordsOf('/privacy')).toContain('One lasts 10 minutes')
    await settle()
    const entered = { by: 'code', code: codeFor(email), sharedComputer: false }
    expect((await visitor.post('/api/session', entered)).status).toBe(201)
    expect([...visitor.cookies.keys()]).toEqual(['__Host-session'])
  })

  it('an admin reads of a member what the page says, and nothing else', async () => {
    const admin = await anAdmin()
    const student = await aStudent({ in: { id: admin.organizationId } })
    await env.DB.prepare(
      `INSERT INTO notifications (id, account_id, kind, subject_id, at) VALUES (?1, ?2, 'canary-kind', ?1, 1)`,
    )
      .bind(crypto.randomUUID(), student.id)
      .run()
    const { members } = (await admin.client.get('/api/members')).body
    const one = members.find(({ accountId }: { accountId: string }) => accountId === student.id)
    expect(Object.keys(one).toSorted()).toEqual(
      ['membershipId', 'accountId', 'name', 'role', 'cohortIds', 'joinedAt', 'seenWeek'].toSorted(),
    )
    for (const path of ['/api/members', '/api/cohorts', '/api/coachings', '/api/audit-entries']) {
      expect((await admin.client.get(path)).text).not.toContain('canary-kind')
    }
  })
})

/** The cells of a CSV file whose cells are all quoted. */
const cellsOf = (text: string) =>
  text
    .split('\r\n')
    .filter((line) => line !== '')
    .map((line) => line.slice(1, -1).split('","'))

describe('GET /privacy/record.csv', () => {
  it('has a row for each topic, with every table about people, and no empty cell', async () => {
    const { status, text, headers } = await stranger.get('/privacy/record.csv')
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="[\w-]+\.csv"$/)
    const [heading, ...rows] = cellsOf(text)
    expect(heading).toHaveLength(9)
    expect(rows).toHaveLength(topicFacts().length)
    for (const row of rows)
      expect(row.map((cell) => cell.length > 0)).toEqual(heading?.map(() => true))
    const named = rows.flatMap((row) => (row.at(-1) ?? '').split(', '))
    const personal = personalRows.map(({ table }) => table)
    expect(new Set(named)).toEqual(new Set(personal))
  })

  it('says the same as the page', async () => {
    const page = await wordsOf('/privacy/record')
    const [, ...rows] = cellsOf((await stranger.get('/privacy/record.csv')).text)
    for (const row of rows) for (const cell of row.slice(0, 6)) expect(page).toContain(cell)
  })
})

describe('GET /privacy/breach', () => {
  it('says of every column of every table whether it is encrypted', async () => {
    const { text } = await stranger.get('/privacy/breach')
    const rows = new Map(
      [...text.matchAll(/<th scope="row"><div[^>]*>([^<]+)<\/div><\/th>([\s\S]*?)<\/tr>/g)].map(
        ([, name = '', cells = '']) => [
          name.trim(),
          [...cells.matchAll(/<div[^>]*>([\s\S]*?)<\/div>/g)].map(([, cell = '']) =>
            cell.trim().split(', '),
          ),
        ],
      ),
    )
    for (const table of tables) {
      const columns = Object.values(getTableColumns(table))
      const isSealed = (column: (typeof columns)[number]) =>
        column.getSQLType().startsWith('sealed(')
      const sealed = columns.filter((column) => isSealed(column)).map(({ name }) => name)
      const clear = columns.filter((column) => !isSealed(column)).map(({ name }) => name)
      expect([getTableName(table), rows.get(getTableName(table))]).toEqual([
        getTableName(table),
        [sealed.length > 0 ? sealed : ['nothing'], clear],
      ])
    }
  })

  it('names the deadline, the laws and a command for each key', async () => {
    const words = await wordsOf('/privacy/breach')
    for (const part of ['72 hours', 'GDPR 33', 'GDPR 34', 'FERPA', 'lawyer'])
      expect(words).toContain(part)
    for (const key of ['wrapping', 'pepper', 'email-index', 'pseudonym', 'issuer --compromised'])
      expect(words).toContain(`npm run keys -- rotate ${key}`)
  })
})
