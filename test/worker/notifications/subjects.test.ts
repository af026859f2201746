import { describe, expect, it } from 'vitest'

import { unknownReader } from '../../../worker/foundation/reader/languages.ts'
import { cutText } from '../../../worker/foundation/text/cut-text.ts'
import { message, subject } from '../../../worker/notifications/message/message.ts'
import { invitationMail } from '../../../worker/notifications/message/invitation-mail.ts'

const characters = (text: string) =>
  Array.from(new Intl.Segmenter('en').segment(text), ({ segment }) => segment)

const invitation = (name: string) => invitationMail(name, 'student', '', '')(unknownReader).subject
/** A message as it is compiled. */
const asks = ({ who, what }: { who: string; what: string }) => `${who} asks for ${what} now`
const asked = (who: string, what: string) =>
  message(subject(asks, { who, what }), { fact: '', why: '' })(unknownReader).subject

const long = {
  family: '👩‍👩‍👧‍👦'.repeat(70),
  flags: '🇬🇧🇳🇵'.repeat(40),
  tone: '👍🏽'.repeat(70),
  accents: 'e\u0301'.repeat(90),
  devanagari: 'नमस्ते विद्यालय '.repeat(9),
  plain: 'Riverside Community College of the Upper Valley and its Neighbouring Towns',
}

describe('a mail subject', () => {
  it.each(Object.entries(long))(
    'keeps our own text whole and cuts %s between characters',
    (_, name) => {
      const made = invitation(name)
      expect(characters(made).length).toBeLessThanOrEqual(60)
      expect(made.endsWith('… invites you to Mettle')).toBe(true)
      expect(made.isWellFormed()).toBe(true)
      const kept = characters(made.slice(0, made.indexOf('…')))
      const whole = characters(name)
      expect(kept.every((character, at) => character === whole[at])).toBe(true)
      expect(kept.length).toBeGreaterThan(30)
    },
  )

  it('cuts nothing that fits, whatever its length in code units', () => {
    const name = '👩‍👩‍👧‍👦'.repeat(20)
    expect(invitation(name)).toBe(`${name} invites you to Mettle`)
  })

  it('shares the room between two names', () => {
    const made = asked('a'.repeat(80), 'b'.repeat(80))
    expect(characters(made)).toHaveLength(60)
    expect(made).toMatch(/^a{20,}… asks for b{20,}… now$/)
    expect(asked('a'.repeat(80), 'b').length).toBeLessThanOrEqual(60)
  })

  it('breaks no line', () => {
    expect(asked('one\ntwo', 'this')).toBe('one two asks for this now')
  })
})

it('cuts a text at a character people see', () => {
  expect(cutText('🇬🇧🇳🇵🇬🇧', 2)).toBe('🇬🇧…')
  expect(cutText('two words', 5)).toBe('two…')
  expect(cutText('short', 5)).toBe('short')
})
