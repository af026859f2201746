import { globSync, readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import { gradedMessages, messagesIn } from '../../tools/reading/messages.ts'
import { commentsIn } from '../support/comments.ts'

/** Turns that readers stumbled over, with no right use anywhere: messages, comments, docs. */
const everywhere = [
  /\banew\b/i,
  /\bwhoever\b/i,
  /\bthat which\b/i,
  /\bas it (stands|stood)\b/i,
  /\btakes? it back\b|\btaken it back\b/i,
  /\bby the clock\b/i,
  /\ball the same\b/i,
  /\bseldom\b/i,
  /\b(waits|stands) behind\b/i,
  /\bcounts? for nothing\b/i,
  /\bin one press\b/i,
  /\bone's own\b|\bone’s own\b/i,
]

/** Turns that a user should not meet. */
const inMessages = [
  /\bin force\b/i,
  /\b(some|any|every)body\b/i,
  /\bmeanwhile\b/i,
  /\be-mail/i,
  /\b(a|the|this|by|of|your) mails?\b|\bmailed\b|\bwe (will )?mail\b/i,
  /\bgo(es|ne)? on\b(?! (with|as) (them|you|it)\b)/i,
  /\bhear by\b/i,
  /\bin pilot\b/i,
  /\bprice in time\b/i,
  /\bin no order\b/i,
  // Only a badge is taken back.
  /\b(take|takes|took) back\b|(?<!\b(was|were) |^)taken back\b/i,
  /\b(you|they) owe\b|\bowed\b/i,
  /\bstands (here|there|in|at|behind|after)\b/i,
  /\bis made\./i,
  /\bwhom\b/i,
  /\bthe very\b/i,
  /\bby themselves\b/i,
  /\bnot here any more\b/i,
  /^Say who you are\b/,
  /\bWho sat\b/i,
  /\bWhat was proved\b/i,
  /\bNo answer came\b/i,
  /\bNext, not a list\b/i,
  /\btakes every adult\b/i,
  /\bgive or take\b/i,
  /\bto the full\b/i,
]

/** Quoted from a practice answer, slips and all. */
const quotes = ['pages_employers_card_quote']

const documents = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', ...globSync('docs/**/*.md')]
const sources = globSync('{worker,web,tools,test,migrations}/**/*.{ts,svelte,mjs,css,sql}', {
  exclude: ['web/paraglide/**', 'test/house/plain-words.test.ts'],
})

const hits = (texts: readonly string[], turns: readonly RegExp[]) =>
  texts.filter((text) => turns.some((turn) => turn.test(text)))

describe('plain words', () => {
  it.each(globSync('web/messages/en/*.json'))('%s has no banned turn', (path) => {
    const texts = messagesIn(path).filter(({ name }) => !quotes.includes(name))
    const found = hits(
      texts.map(({ text }) => text.replaceAll(/\{\w+\}/g, '…')),
      [...everywhere, ...inMessages],
    )
    expect(found).toEqual([])
  })

  it.each(documents)('%s has no banned turn', (path) => {
    expect(hits(readFileSync(path, 'utf8').split('\n'), everywhere)).toEqual([])
  })

  it('comments have no banned turn', () => {
    const comments = sources.flatMap((path) =>
      commentsIn(readFileSync(path, 'utf8')).map((comment) => `${path}: ${comment}`),
    )
    expect(comments.length).toBeGreaterThan(3_000)
    expect(hits(comments, everywhere)).toEqual([])
  })
})

describe('the reading grade of messages of eight words or more', () => {
  const messages = gradedMessages()

  it('is at most 8', () => {
    expect(messages.filter(({ grade }) => grade > 8)).toEqual([])
  })

  it('is above 6 for at most one in twenty', () => {
    const hard = messages.filter(({ grade }) => grade > 6)
    expect(hard.length / messages.length).toBeLessThanOrEqual(0.05)
  })
})
