import { describe, expect, it } from 'vitest'

import { civilianWork } from '../../../worker/pathways/military/civilian-work.ts'
import { answerSections } from '../../../worker/pathways/military/answer-sections.ts'
import { starterSet } from '../../../worker/pathways/occupation/starter-occupations.ts'
import { skillIds } from '../../../worker/skills/skill.ts'
import { Client } from '../../support/client.ts'
import { theOperator } from '../../support/hiring.ts'

const stranger = new Client()
const asPerson = { headers: { accept: 'text/html' } }

/** The page for a query, as text without markup, and its HTML. */
async function pageOf(query: string) {
  const { status, text: html } = await stranger.get(`/service${query}`, asPerson)
  return { status, html, text: textOf(html) }
}

const textOf = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const linksIn = (html: string, start: string) =>
  [...html.matchAll(/href="([^"]+)"/g)]
    .map(([, to = '']) => to)
    .filter((to) => to.startsWith(start))

describe('GET /service', () => {
  it('asks for a code and a branch, shows examples that work, and the eight skills', async () => {
    const { status, html, text } = await pageOf('')
    expect(status).toBe(200)
    expect(html).toMatch(/<label for="code">/)
    expect(html).toMatch(/<form method="get" action="\/service"/)
    expect(html).not.toContain('noindex')
    expect(text).toContain('We do not store what you type here.')
    for (const skill of skillIds) expect(html).toContain(`href="/challenges?skill=${skill}"`)
    const examples = linksIn(html, '/service?code=')
    expect(examples.length).toBeGreaterThan(2)
    for (const example of examples) {
      const { body } = await stranger.get(
        `/api/military-codes${example.replaceAll('&amp;', '&').slice('/service'.length)}`,
      )
      expect([example, body.occupations.length > 1]).toEqual([example, true])
    }
  })

  it('is found by a veteran on the first page and in the catalogue', async () => {
    for (const path of ['/', '/challenges'])
      expect((await stranger.get(path, asPerson)).text).toContain('href="/service"')
  })
})

describe('GET /service?code=', () => {
  it('says how it read 11B20, and shows four occupations with skills and their challenges', async () => {
    const { html, text } = await pageOf('?code=11b20&branch=army')
    expect(text).toContain('How we read 11B20')
    expect(text).toContain('As 11B, an Army job, without the skill level.')
    const titles = [...html.matchAll(/<li class="stack"[^>]*>\s*<h3>([^<]+)</g)].map(([, t]) => t)
    expect(titles).toEqual([
      'Building site worker',
      'Security guard',
      'Police patrol officer',
      'Trainer at work',
    ])
    expect(text).toContain('without measured data')
    expect(text).toContain('Suggested by Mettle')
    expect(linksIn(html, 'https://www.mynextmove.org/vets/profile/')).toHaveLength(4)
    // Four lists of one to three skills, and the eight below.
    const challenges = linksIn(html, '/challenges?skill=')
    expect(challenges.length).toBeGreaterThan(8 + 4)
    expect(challenges.length).toBeLessThanOrEqual(8 + 12)
    expect(html).toContain('noindex')
    // What was typed stays in the form.
    expect(html).toMatch(/value="11b20"/)
    expect(html).toMatch(/<option value="army"\s+selected>/)
  })

  it('promises no claim, because there is none yet', async () => {
    const { text, html } = await pageOf('?code=11B')
    expect(text).not.toMatch(/claim/i)
    expect(html).not.toContain('/prior-learning')
  })

  it('answers an unknown code with a sentence, My Next Move and the eight skills', async () => {
    const { status, html, text } = await pageOf('?code=99Z')
    expect(status).toBe(200)
    expect(text).toContain('No civilian work found for 99Z')
    expect(linksIn(html, 'https://www.mynextmove.org/vets/')).toHaveLength(1)
    for (const skill of skillIds) expect(html).toContain(`href="/challenges?skill=${skill}"`)
  })

  it('labels the titles of a code that several branches have', async () => {
    const { client } = await theOperator()
    const rowOf = (branch: string, title: string) => ({ branch, code: 'QQ7', titles: [{ title }] })
    await client.put('/api/military-codes', {
      fileHash: 'e'.repeat(64),
      part: 1,
      parts: 1,
      rows: [{ ...rowOf('army', 'Cook & baker'), name: 'Food <service>' }, rowOf('navy', 'Diver')],
    })
    const { html, text } = await pageOf('?code=QQ7')
    expect(text).toContain('More than one branch has this code.')
    expect(html).toContain('Cook &amp; baker (Army, QQ7)')
    expect(html).toContain('Army, QQ7: Food &lt;service&gt;')
    expect(text).toContain('Diver (Navy, QQ7)')
    expect(text).toContain('CC BY 4.0')
    const navy = await pageOf('?code=QQ7&branch=navy')
    expect(navy.text).toContain('Diver (Navy, QQ7)')
    expect(navy.text).not.toContain('Cook')
    expect(navy.text).not.toContain('More than one branch')
  })

  it.each(['F%26S', '%3Cscript%3Ealert(1)%3C/script%3E', '1', '1'.repeat(60), '%F0%9F%98%80'])(
    'refuses %s at its field, and escapes it',
    async (code) => {
      const { status, html, text } = await pageOf(`?code=${code}`)
      expect(status).toBe(422)
      expect(text).toContain('A code has 2 to 8 letters and digits.')
      expect(html).toContain('aria-invalid="true"')
      expect(html).toContain('aria-describedby="code-error code-hint"')
      expect(html).not.toContain('<script')
    },
  )

  it('takes an empty code for none, and an empty branch for all', async () => {
    expect((await pageOf('?code=&branch=')).text).toContain('Examples')
    expect((await pageOf('?code=%20')).status).toBe(200)
    expect((await pageOf('?code=HM2&branch=')).text).toContain('without the grade')
  })

  it('has no seventh branch', async () => {
    expect((await pageOf('?code=11B&branch=pirates')).status).toBe(404)
  })
})

it('work that no skill sets apart has a sentence in place of skills, in a measured set no notice', () => {
  const model = starterSet.occupations.get('47-2061.00')
  if (!model) throw new Error('No building site worker.')
  const need = Object.fromEntries(skillIds.map((skill) => [skill, 0])) as typeof model.need
  const occupations = new Map([[model.code, { ...model, need }]])
  const answer = civilianWork({ code: '11B' }, [], { kind: 'imported', occupations })
  const reader = { language: 'en', region: 'US', zone: 'UTC' } as never
  const text = textOf(answerSections(answer).for(reader))
  expect(text).toContain('None of these soft skills counts more here than in most work.')
  expect(text).not.toContain('Skills that count most here')
  expect(text).not.toContain('starter set')
})
