import { expect, it } from 'vitest'

import { idioms } from '../../../tools/scenarios/lint/idiom-list.ts'
import { idiomIn } from '../../../tools/scenarios/lint/idioms.ts'

it.each([
  ['You took her help for granted.', 'took her help for granted'],
  ['She KEEPS an eye  on it.', 'KEEPS an eye on'],
  ['It is a no-brainer.', 'a no brainer'],
  ['I am the devil’s advocate.', "devil's advocate"],
  ['They gave the new boy the cold shoulder.', 'gave the new boy the cold shoulder'],
])('finds the idiom in %j', (text, idiom) => {
  expect(idiomIn(text)).toBe(idiom)
})

it.each([
  'In all earshot.',
  'The bill is at stakes.',
  'She took it home, and nobody asked for granted leave.',
  'The bell rings, and a bus comes.',
])('finds none in %j', (text) => {
  expect(idiomIn(text)).toBeUndefined()
})

it('is a list of different idioms, each found by itself', () => {
  expect(idioms.length).toBeGreaterThan(100)
  expect(new Set(idioms).size).toBe(idioms.length)
  const missed = idioms.filter((idiom) => {
    const text = idiom.replaceAll(/\|\S+/g, '').replaceAll('…', 'something')
    return idiomIn(text) === undefined
  })
  expect(missed).toEqual([])
})
