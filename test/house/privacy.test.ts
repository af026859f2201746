import { existsSync, readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import { personalRows } from '../../worker/insights/personal/register.ts'
import { promises } from '../../worker/pages/privacy/promises.ts'
import { termWords } from '../../worker/pages/privacy/words-of-terms.ts'
import { topicFacts, topicWords } from '../../worker/pages/privacy/topic-words.ts'

const words: Record<string, string> = JSON.parse(
  readFileSync('web/messages/en/privacy.json', 'utf8'),
)

describe('a promise of the privacy page', () => {
  it('has a test named beside it, and every named sentence is on the page', () => {
    const sentences = Object.keys(words)
      .filter((name) => !name.startsWith('privacy_title_'))
      .map((name) => (name.startsWith('privacy_term_') ? 'privacy_term_…' : name))
    expect(sentences.length).toBeGreaterThan(60)
    expect(Object.keys(promises).toSorted()).toEqual([...new Set(sentences)].toSorted())
  })

  it.each(Object.entries(promises))('is kept by tests that exist: %s', (_, kept) => {
    expect(kept.length).toBeGreaterThan(0)
    for (const [file, title] of kept) {
      expect([file, existsSync(file)]).toEqual([file, true])
      expect(title.length).toBeGreaterThan(8)
      expect(testsIn(file).some((name) => name.includes(title))).toBe(true)
    }
  })

  it('has no figure that is typed: each comes from the code that keeps it', () => {
    const numbers = /\d+|\b(?:two|three|seven|thirty|ninety) (?:days|months|weeks|years)\b/
    const typed = Object.entries(words).filter(([, text]) => numbers.test(text))
    // Ages are law, and no term.
    const names = ['privacy_account_what', 'privacy_account_why', 'privacy_age_text']
    expect(typed.map(([name]) => name).toSorted()).toEqual(names)
  })
})

describe('a topic of the register', () => {
  it.each(topicFacts())('has words: $topic', ({ topic, erased }) => {
    expect(topicWords[topic]).toBeDefined()
    // What stays after an erasure is said if something does, and only then.
    expect('stays' in topicWords[topic]).toBe(erased.leaves)
  })

  it('has rows, if there are words for it', () => {
    const topics = new Set<string>(personalRows.map(({ topic }) => topic))
    expect(Object.keys(topicWords).filter((topic) => !topics.has(topic))).toEqual([])
  })

  it.each(topicFacts())(
    'has words for each term of its tables, and for no other: $topic',
    (facts) => {
      const { topic, terms } = facts
      const said = Object.entries(termWords[topic] ?? {}).flatMap(([table, { length }]) =>
        Array.from({ length }, (_, number) => `${table} ${number}`),
      )
      const kept = terms.map(({ table, number }) => `${table} ${number}`)
      expect(said.toSorted()).toEqual(kept.toSorted())
    },
  )
})

/** The names of the tests and groups in a file. */
function testsIn(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  const names = /\b(?:it|test|describe)\b[^'"`\n]*(?:\n\s*)?(['"`])(.+?)\1[,)]/g
  const inTables = /^ {2,4}(['"`])(.+?)\1,$/gm
  return [...text.matchAll(names), ...text.matchAll(inTables)].map(([, , name = '']) => name)
}
