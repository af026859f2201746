import fc from 'fast-check'
import * as v from 'valibot'
import { expect, it } from 'vitest'

import { line, text } from '../../../worker/foundation/text/input.ts'
import { mended } from '../../../worker/foundation/text/mended.ts'
import { readFlaw } from '../../../worker/foundation/text/readable.ts'
import { aStudent } from '../../support/builders.ts'
import { anAttempt } from '../../support/playing.ts'
import { liftRateLimits } from '../../support/traffic.ts'

liftRateLimits()

/** Saves texts one after the other as one draft, and reads each back. */
async function aDraftDoor() {
  const { client, ...student } = await aStudent()
  const path = `/api/attempts/${await anAttempt({ client, ...student })}/drafts/plan`
  let version = 0
  return async (typed: string) => {
    const answer = await client.put(path, { text: typed, version })
    // Saving an unchanged text keeps its version.
    if (answer.status === 200) version = answer.body.version
    return { answer, stored: (await client.get(path)).body.text }
  }
}

const flawOf = (schema: v.GenericSchema, typed: string) => {
  const { issues: [first] = [] } = v.safeParse(schema, typed)
  return first && readFlaw(first.message)
}

it('normalises a stored text: one kind of line break, no invisible characters', async () => {
  const save = await aDraftDoor()
  for (const [typed, wanted] of [
    ['a\vb\fc', 'a\nb\nc'],
    ['a\r\nb\rc\u2028d\u2029e\u0085f', 'a\nb\nc\nd\ne\nf'],
    ['\uFEFFa\uFEFFb', 'ab'],
    ['a\u0000b\u0007c\u007Fd\u009Fe', 'abcde'],
    ['a\r\u0000\nb', 'a\nb'],
    ['a\u202Eb\u2066c\u2069', 'abc'],
    ['\u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F} won', '\u{1F3F4} won'],
    ['👩🏽‍🚀 می‌خواهم e\u0301', '👩🏽‍🚀 می‌خواهم é'],
  ] as const) {
    const { answer, stored } = await save(typed)
    expect([typed, answer.status, stored]).toEqual([typed, 200, wanted])
  }
})

it('accepts an unchanged text, and another one after it', async () => {
  const save = await aDraftDoor()
  // The last one is a letter whose NFC form is longer.
  for (const typed of ['', '\u0000', 'a', 'a\uFEFF', '\u0958']) {
    const { answer, stored } = await save(typed)
    expect([answer.status, stored]).toEqual([200, mended(typed)])
  }
})

it('measures a text after mending: \u0958 takes the room of two', () => {
  expect(flawOf(text(2), '\u0958')).toBeUndefined()
  expect(flawOf(text(1), '\u0958')).toMatchObject({ reason: 'too-long' })
  expect(flawOf(text(2, 2), '\u0958')).toBeUndefined()
})

it('names the field and the place of what it refuses', async () => {
  const save = await aDraftDoor()
  const { answer } = await save(`one\v two ${'é'.repeat(201)}`)
  expect(answer.status).toBe(422)
  expect(answer.body).toMatchObject({
    type: '/problems/invalid-input',
    fields: ['text'],
    places: [{ field: 'text', reason: 'long-word', line: 2, character: 6 }],
    detail: 'Check: text (line 2, character 6).',
  })
})

it.each([
  ['half a character', 'ab\n\ud83d!', 'broken-character', 2, 1],
  ['nine marks on a letter', `👩🏽‍🚀x${'\u0323'.repeat(9)}`, 'stacked-marks', 1, 6],
  ['a digit run', '7'.repeat(201), 'long-word', 1, 1],
  ['a long word behind punctuation', `so: ${'a.'.repeat(201)}`, 'long-word', 1, 5],
  ['a link of over 500', `x https://a.example/${'b'.repeat(500)}`, 'long-word', 1, 3],
  ['a long word behind Chinese', `我们${'x'.repeat(201)}`, 'long-word', 1, 3],
  ['a text over its length', `ab\ncd${' e'.repeat(10_000)}`, 'too-long', 2, 19_998],
])('refuses %s at its place', (_, typed, reason, lineNumber, character) => {
  expect(flawOf(text(20_000), typed)).toEqual({ reason, line: lineNumber, character })
})

it.each([
  ['a word of 200 letters', 'a'.repeat(200)],
  ['a link of 500', `https://a.example/${'b'.repeat(482)}`],
  ['Chinese without spaces', '李小龙说我们明天再来，'.repeat(100)],
  ['Thai without spaces', 'ฉันช่วยเพื่อนร่วมงาน'.repeat(50)],
  ['Chinese with a word of another script', '我们用Excel做了表格，'.repeat(100)],
  ['a row of dashes', '-'.repeat(2_000)],
  ['eight marks on a letter', `x${'\u0323'.repeat(8)}`],
  ['a text that NFC makes shorter', 'e\u0301'.repeat(100)],
])('takes %s', (_, typed) => {
  expect(flawOf(text(20_000), typed)).toBeUndefined()
})

it('refuses a break within a line, and trims one at its end', () => {
  expect(flawOf(line(80), 'Ana\vVu')).toEqual({ reason: 'line-break', line: 1, character: 4 })
  expect(v.parse(line(80), '\n Ana Vu\u2028')).toBe('Ana Vu')
})

const hostile = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...'\r\n\v\f\u0085\u2028\u0000\u0007\uFEFF\u202E\u2069\u200D\u0301\u0323e'),
    fc.constantFrom('\u{E0067}', '\u{1F3F4}', '\u0958', '가', '\u1100', '\u1161'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
  maxLength: 60,
})

it('is idempotent: normalising a second time changes nothing', () => {
  fc.assert(
    fc.property(hostile, (typed) => mended(mended(typed)) === mended(typed)),
    {
      numRuns: 5_000,
    },
  )
})

it('returns what it stored, and stores what a page shows after normalising', async () => {
  const save = await aDraftDoor()
  await fc.assert(
    fc.asyncProperty(hostile, async (typed) => {
      const { answer, stored } = await save(typed)
      if (answer.status === 200) expect(stored).toBe(mended(typed))
      else expect(flawOf(text(20_000), typed)).toBeDefined()
    }),
    { numRuns: 150 },
  )
})
