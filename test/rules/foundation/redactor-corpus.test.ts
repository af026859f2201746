import { expect, it } from 'vitest'

import {
  falseHits,
  hiddenFigures,
  languages,
  missedContacts,
  missedParts,
  missedWholeNames,
  names,
  texts,
} from '../../support/redactor-corpus/corpus.ts'

it('is measured on 200 names and 50 texts in eight languages', () => {
  expect(names.length).toBeGreaterThanOrEqual(200)
  expect(Object.values(texts).flat().length).toBeGreaterThanOrEqual(50)
  expect(languages).toHaveLength(8)
})

it('hides every contact detail, however it is written', () => {
  expect(missedContacts().wrong).toEqual([])
})

it('hides every whole name: as it is, in small letters, in capitals, joined', () => {
  expect(missedWholeNames().wrong).toEqual([])
})

it('misses at most 3 in 100 single parts of names', () => {
  const { tried, wrong } = missedParts()
  expect(wrong.length / tried).toBeLessThanOrEqual(0.03)
})

it('hides at most one word in 1,000 that names nobody', () => {
  const { words, wrong } = falseHits()
  expect(wrong.length / words).toBeLessThanOrEqual(0.001)
})

it('hides no date, time, span or amount', () => {
  expect(hiddenFigures().wrong).toEqual([])
})
