import { expect, it } from 'vitest'
import * as v from 'valibot'

import { link } from '../../../worker/foundation/text/input.ts'

it.each([
  ['riverside.example', 'https://riverside.example'],
  [' www.riverside.example/jobs?a=1#b ', 'https://www.riverside.example/jobs?a=1#b'],
  ['https://riverside.example', 'https://riverside.example'],
  ['HTTPS://riverside.example', 'HTTPS://riverside.example'],
])('the address %s is read as %s', (typed, kept) => {
  expect(v.parse(link, typed)).toBe(kept)
})

it.each([
  'http://riverside.example',
  'javascript:alert(1)',
  'mailto:a@riverside.example',
  'riverside',
  'riverside.example:8080',
  'jo@riverside.example',
  'jo:secret@riverside.example',
  '',
])('“%s” is no website address', (typed) => {
  expect(v.is(link, typed)).toBe(false)
})
