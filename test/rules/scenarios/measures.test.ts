import { describe, expect, it } from 'vitest'

import { lintChallenge } from '../../../tools/scenarios/lint/challenge.ts'
import { isCommon } from '../../../tools/scenarios/measure/common-words.ts'
import { measureEndings } from '../../../tools/scenarios/measure/measure-endings.ts'
import { measureMinutes } from '../../../tools/scenarios/measure/measure-minutes.ts'
import { measureNames } from '../../../tools/scenarios/measure/measure-names.ts'
import { measureRareWords } from '../../../tools/scenarios/measure/measure-rare-words.ts'
import { measureReturns } from '../../../tools/scenarios/measure/measure-returns.ts'
import { measureSharedRuns, runsOf } from '../../../tools/scenarios/measure/measure-shared-runs.ts'
import { measureVoices } from '../../../tools/scenarios/measure/measure-voices.ts'
import type { Measure } from '../../../tools/scenarios/measure/measured.ts'
import { idleAnswers, unanswered } from '../../../tools/scenarios/measure/measures.ts'
import { measuresPage } from '../../../tools/scenarios/measure/measures-page.ts'
import { namesIn } from '../../../tools/scenarios/measure/story-text.ts'
import { aGuessable, aMeasured } from '../../support/measured.ts'
import { type Edit, smallFolder } from '../../support/small-challenge.ts'

const pastOf = ({ rows }: Measure) => rows.flatMap(({ past }) => past ?? []).map(({ name }) => name)

/** What is done on the stairs is not seen again. */
const forgotten: Edit = [
  'ink',
  '{note == "written":In the evening the note still hangs by the door.|In the evening everybody knows about the lift.}',
  'In the evening everybody knows about the lift.',
]
const answeredAt = (at: string): Edit => [
  'challenge',
  'decideWithinDays: 7',
  `decideWithinDays: 7\nanswered:\n  - { at: "${at}", because: The note is for the reader. }`,
]

describe('shared runs', () => {
  it('are five words of one line, in any case', () => {
    const runs = ['one two three four five', 'two three four five six']
    expect([...runsOf(['One two, three. Four five six', 'seven eight nine ten'])]).toEqual(runs)
  })

  it('of two stories are at most five', () => {
    const nine = 'Now there are three of you in the hall.'
    const sharing = (says: string) =>
      measureSharedRuns([aMeasured(), aGuessable('agree-the-work', says)])
    expect(sharing(nine).rows[0]?.cells[1]).toBe('5')
    expect(pastOf(sharing(nine))).toEqual([])
    expect(pastOf(sharing(`${nine} Amara`))).toEqual(['shared runs: two-boxes and two-boxes'])
  })
})

describe('common words', () => {
  it.each([
    'house',
    'Houses',
    'carried',
    'stopping',
    'happily',
    'knives',
    "didn't",
    'rang',
    'latest',
  ])('contain %s', (word) => {
    expect(isCommon(word)).toBe(true)
  })

  it.each(['accordion', 'mouthpieces', 'ploughed', 'escutcheon'])('do not contain %s', (word) => {
    expect(isCommon(word)).toBe(false)
  })

  it('are not asked about names: words that have a capital inside a sentence and nowhere a small letter', () => {
    const sentences = [
      'Then Kofi calls.',
      'Now One calls.',
      "Where is Lien's one bag?",
      'He reads "Only today".',
    ]
    expect([...namesIn(sentences)]).toEqual(['kofi', 'lien'])
  })

  it('are at least 94 % of a story', () => {
    const odd = (words: number) => `Now ${'escutcheon '.repeat(words)}lie there. `
    const measure = (words: number) =>
      measureRareWords([aMeasured([['ink', 'Both of the', `${odd(words)}Both of the`]])])
    const [, all = '', rare = ''] = measure(0).rows[0]?.cells ?? []
    // So many more that the share of rare words is just over 6 %.
    const needed = Math.ceil((0.06 * Number(all) - Number(rare)) / 0.94 + 0.01)
    expect(pastOf(measure(needed - 1))).toEqual([])
    expect(pastOf(measure(needed))).toEqual(['rare words'])
  })
})

describe('a decision', () => {
  it('returns two or more screens later', () => {
    expect(pastOf(measureReturns([aMeasured()]))).toEqual([])
    const { rows } = measureReturns([aMeasured([forgotten])])
    expect(rows[0]?.cells).toEqual(['two-boxes', '3', 'opening, hall', 'stairs'])
    expect(pastOf(measureReturns([aMeasured([forgotten])]))).toEqual(['no return: stairs'])
  })
})

describe('an ending', () => {
  it('has at least 5 % of the ways', () => {
    const measure = measureEndings([aGuessable('agree-the-work')])
    expect(measure.rows.map(({ cells }) => cells.slice(1))).toEqual([
      ['256', 'rare', '0.4 %'],
      ['256', 'usual', '99.6 %'],
    ])
    expect(pastOf(measure)).toEqual(['ending: rare'])
  })
})

it('minutes are within a quarter of the formula', () => {
  expect(pastOf(measureMinutes([aMeasured()]))).toEqual([])
  expect(
    pastOf(measureMinutes([aMeasured([['challenge', 'minutes: 11', 'minutes: 20']])])),
  ).toEqual(['minutes'])
})

it('names have the roles of the page in docs/content', () => {
  const notes =
    '# Two boxes\n\n## Who knows what\n\n| who | wants |\n| --- | --- |\n| Ms Amara, has the key | up |\n| you | in |\n\n## Calendar\n\n| Kofi, waits |\n'
  const [first, ...others] = measureNames([aMeasured([], notes)]).rows
  expect(first?.cells).toEqual(['two-boxes', 'Ms Amara', '5', 'has the key', ''])
  expect(others).toEqual([])
  const [unknown] = measureNames([aMeasured()]).rows
  expect(unknown?.cells).toEqual(['two-boxes', 'Amara', '', 'other words', ''])
})

it('voices have the mean level of their answers', () => {
  // low-practice is polished: 1, 2, 1, 3. high-practice is clumsy: 3, 3, 4, 2. The plain ones are 2.5 each.
  expect(measureVoices([aMeasured()]).rows.map(({ cells }) => cells)).toEqual([
    ['polished', '1', '1.75', '1', '0'],
    ['plain', '4', '2.50', '0', '0'],
    ['clumsy', '1', '3.00', '0', '1'],
  ])
})

describe('a figure past its bound', () => {
  it('is shown as such, until challenge.yaml has a reason', () => {
    const measures = [measureReturns([aMeasured([forgotten])])]
    expect(unanswered(measures)).toHaveLength(1)
    expect(measuresPage(measures)).toContain('no return: stairs: **past its bound**')
    expect(measuresPage(measures)).toContain('without a reason: 1.')

    const answer = answeredAt('measures.md no return: stairs')
    const withReason = [measureReturns([aMeasured([forgotten, answer])])]
    expect(unanswered(withReason)).toEqual([])
    expect(measuresPage(withReason)).toContain('no return: stairs: The note is for the reader. |')
  })

  it('is answered by its whole name only', () => {
    const answer = answeredAt('measures.md no return')
    expect(unanswered([measureReturns([aMeasured([forgotten, answer])])])).toHaveLength(1)
  })

  it('may not have a reason if it is inside its bound', () => {
    const idle = aMeasured([answeredAt('measures.md no return: stairs')])
    expect(idleAnswers([idle], [measureReturns([idle])])).toMatchObject([
      { problem: 'Nothing is warned of at measures.md no return: stairs.' },
    ])
    const used = aMeasured([forgotten, answeredAt('measures.md no return: stairs')])
    expect(idleAnswers([used], [measureReturns([used])])).toEqual([])
  })

  it('is no concern of check, which does not measure', () => {
    const folder = smallFolder([answeredAt('measures.md no return: stairs')])
    expect(lintChallenge(folder).findings).toEqual([])
  })
})
