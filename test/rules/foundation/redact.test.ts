import { expect, it } from 'vitest'

import type { HiddenKind } from '../../../worker/foundation/redactor/identifying.ts'
import { redact, type Warning, warningsIn } from '../../../worker/foundation/redactor/redact.ts'
import { agreesWithCases } from '../../support/cases.ts'

interface Case {
  text: string
  name: string
  programmeNames: string[]
}
interface Expected {
  text: string
  kinds: HiddenKind[]
  warnings: Warning[]
}

agreesWithCases<Case, Expected>('redactor', ({ text, name: own, programmeNames }, expected) => {
  expect(redact(text, own, programmeNames, 'en')).toEqual(expected)
})

const name = 'Ana-María O’Neil Vu'
const programmes = ['Riverside Community College', 'RCC']
const hide = (text: string) => redact(text, name, programmes, 'en')

it.each([
  ['a plain address', 'Write to ana.vu+jobs@mail.example.org.', 'Write to [hidden].', 'email'],
  ['an address in brackets', 'ana [at] vu [dot] example [dot] com', '[hidden]', 'email'],
  ['an address in words', 'mail me: ana at vu dot example dot org', 'mail me: [hidden]', 'email'],
  ['an address half in words', 'ana@example dot com', '[hidden]', 'email'],
  ['a full-width address', 'ａｎａ＠ｍａｉｌ．ｅｘａｍｐｌｅ', '[hidden]', 'email'],
  ['a link without a slash', 'See anavu.dev, it is new.', 'See [hidden], it is new.', 'url'],
  ['a link in brackets', '(https://x.example/~ana?b=1#c)', '([hidden])', 'url'],
  ['a link in capitals', 'LINKEDIN.COM/IN/ANAVU', '[hidden]', 'url'],
  ['a handle', 'I am @ana_makes.', 'I am [hidden].', 'handle'],
  ['a number with brackets', 'Call (0113) 496 0000 today', 'Call [hidden] today', 'phone'],
  [
    'a number with brackets and dashes',
    'Call (555) - (010) - 4477 now',
    'Call [hidden] now',
    'phone',
  ],
  ['a number with other dashes', 'Call 0113–496–0000', 'Call [hidden]', 'phone'],
  ['two numbers side by side', '555 010 4477 555 010 4478', '[hidden]', 'phone'],
  ['a number in Arabic digits', 'اتصل ٠١١٣٤٩٦٠٠٠٠', 'اتصل [hidden]', 'phone'],
  ['a programme across a hyphen', 'at Riverside-Community  college', 'at [hidden]', 'programme'],
  ['a name in capitals', 'ANA led it', '[hidden] led it', 'name'],
  ['a name without accents', 'Maria led it', '[hidden] led it', 'name'],
  ['a name with another apostrophe', "Mrs O'Neil's van", "Mrs [hidden]'s van", 'name'],
])('hides %s', (_, text, shown, kind) => {
  expect(hide(text)).toMatchObject({ text: shown, kinds: [kind] })
})

it.each([
  ['a two-letter part in small letters', 'déjà vu'],
  ['an amount and a year', 'In 2024 we served 1200 meals.'],
  ['an ISO date beside another', 'from 2024-05-06 to 2024-06-07'],
  ['a span of years', 'between 2019/2023 and 2019 - 2023'],
  ['a missing space after a full stop', 'We finished.It was done.'],
])('leaves %s', (_, text) => {
  expect(hide(text)).toMatchObject({ text, kinds: [] })
})

it('shows one mark for adjacent hidden parts of one kind, and two for two kinds', () => {
  expect(hide('Ana-María O’Neil Vu')).toMatchObject({ text: '[hidden]', kinds: ['name'] })
  expect(hide('Ana ana@mail.example')).toMatchObject({
    text: '[hidden] [hidden]',
    kinds: ['name', 'email'],
  })
})

it('warns by what was typed, in the order of the text', () => {
  expect(warningsIn('Class of 2019, at two universities, 20 years old')).toEqual([
    'school',
    'year',
    'school',
    'age',
  ])
})

it('lets no planted address, number, link or name through', () => {
  const next = sequence(20_261_122)
  const pick = <Item>(items: readonly Item[]) => items[next(items.length)] ?? items[0]
  const digits = (length: number) => Array.from({ length }, () => next(10)).join('')
  const words = [
    'I',
    'led',
    'the night shift',
    'and',
    'then we',
    '(see',
    'below)',
    'at',
    'noon:',
    'no.',
    '–',
    '\n',
  ]

  for (let round = 0; round < 3_000; round++) {
    const secret = `q${digits(6)}x`
    const [planted, mustGo] = pick([
      [`${secret}@mail.example`, secret],
      [`${secret} (at) mail (dot) com`, secret],
      [`${secret} at mail dot org`, secret],
      [`https://home.example/${secret}`, secret],
      [`www.${secret}.example`, secret],
      [`${secret}.com/me`, secret],
      [`@${secret}`, secret],
      [
        `+1 (5${secret.slice(1, 3)}) 01${secret.slice(1, 3)} ${secret.slice(1, 5)}`,
        secret.slice(1, 5),
      ],
      [pick(['Ana', 'MARÍA', 'maria', 'O’Neil', "o'neil", 'Vu']) ?? '', 'ana maría maria neil Vu'],
    ]) ?? ['', '']
    const around = () => Array.from({ length: next(4) }, () => pick(words)).join(' ')
    const typed = `${around()} ${planted} ${around()}`
    const shown = redact(typed, name, programmes, 'en').text
    const leaks = mustGo
      .split(' ')
      .filter((word) => new RegExp(`(?<!\\p{L})${word}`, word === 'Vu' ? 'u' : 'iu').test(shown))
    expect(leaks, typed).toEqual([])
  }
})

/** Random numbers by Park and Miller's generator, which gives the same texts in every run. */
function sequence(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}
