import * as v from 'valibot'
import { describe, expect, it } from 'vitest'

import { readTexts } from '../../../tools/demo/read-texts.ts'
import { publishable } from '../../../tools/scenarios/publishable.ts'
import { isPassageOf } from '../../../worker/talent/visibility/visibility.ts'
import { wordsChanged, wordsOf } from '../../../worker/attempts/submission/words.ts'
import { whereToGoOn } from '../../../worker/dev/demo/list.ts'
import { Demo } from '../../../worker/dev/demo/texts.ts'
import type { DemoItemText, DemoReview } from '../../../worker/dev/demo/work-texts.ts'
import { redact } from '../../../worker/foundation/redactor/redact.ts'
import { Playthrough } from '../../../worker/scenarios/play/story.ts'
import {
  estimateOf,
  pilotPrior,
  unprovenVariance,
} from '../../../worker/scoring/estimate/estimate.ts'
import { verdictOf } from '../../../worker/scoring/estimate/round.ts'
import { type RubricCriterion, proposedLevel } from '../../../worker/skills/rubric.ts'

const demo = v.parse(Demo, readTexts())
const versions = new Map(
  publishable('scenarios')?.map(({ version }) => [version.challenge.id, version]),
)

function versionOf(id: string) {
  const version = versions.get(id)
  if (!version) throw new Error(`There is no challenge ${id}.`)
  return version
}

const attemptOf = (student: string, challenge: string) =>
  demo.attempts.find((one) => one.student === student && one.challenge === challenge)

/** The answers that were judged in a round. */
function answersOf(student: string, challenge: string, round = 1): Record<string, string> {
  const { answers = {}, revision } = attemptOf(student, challenge) ?? {}
  return round === 1 ? answers : { ...answers, ...revision?.answers }
}

const quotesIn = (text: string) => [...text.matchAll(/"([^"]+)"/g)].map(([, quote = '']) => quote)

/** What holds for each review: the levels follow from the ticks, and quotes stand in the answers. */
function checkJudged(
  { ratings, worked, tryNext }: Pick<DemoItemText, 'ratings' | 'worked' | 'tryNext'>,
  criteria: readonly RubricCriterion[],
  answers: Record<string, string>,
) {
  const written = Object.values(answers).join('\n')
  expect(Object.keys(ratings).toSorted()).toEqual(
    criteria.map(({ competency }) => competency).toSorted(),
  )
  for (const { competency, levels } of criteria) {
    const rating = ratings[competency]
    if (!rating) throw new Error(`${competency} is not rated.`)
    const proposed = proposedLevel({ levels }, rating.indicators)
    if (rating.aboveSigns === undefined) expect(rating.level).toBe(proposed)
    else expect(rating.level).toBeGreaterThan(proposed)
    for (const quote of quotesIn(rating.reason)) {
      expect(written).toContain(quote.replace(/[.,]$/, ''))
    }
    expect(rating.reason.length).toBeGreaterThanOrEqual(40)
    expect(rating.reason.length).toBeLessThanOrEqual(400)
  }
  expect(worked.length).toBeGreaterThanOrEqual(40)
  expect(tryNext.length).toBeGreaterThanOrEqual(40)
}

/** All texts in a value, however deep. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : []
}

function runsOfSix(texts: string[]): string[] {
  return texts.flatMap((text) => {
    const words = text.toLowerCase().match(/[\p{L}\p{N}'’…]+/gu) ?? []
    return words.slice(5).map((_, index) => words.slice(index, index + 6).join(' '))
  })
}

describe('the demo’s people', () => {
  const { students, mentors, admins, recruiters, employerAdmin } = demo.people
  const everybody = [...students, ...mentors, ...admins, ...recruiters, employerAdmin]

  it('are as many as the demo promises', () => {
    const inStage = (stage: string) => students.filter((one) => one.stage === stage).length
    const stages = ['invited', 'playing', 'waiting', 'decided'].map(inStage)
    expect([...stages, mentors.length, recruiters.length]).toEqual([2, 4, 7, 9, 4, 2])
  })

  it('are sixteen who judge each other', () => {
    const handedIn = demo.attempts.filter(({ handedInDaysAgo }) => handedInDaysAgo !== undefined)
    expect(new Set(handedIn.map(({ student }) => student)).size).toBe(16)
  })

  it('are each at a challenge, and somebody at each of the eight skills', () => {
    const skills = demo.attempts.map(({ challenge }) => versionOf(challenge).challenge.skill)
    expect(new Set(skills).size).toBe(8)
    const own = students.flatMap(({ id, challenge }) => (challenge ? [[id, challenge]] : []))
    for (const [id = '', challenge = ''] of own) expect(attemptOf(id, challenge)).toBeDefined()
  })

  it('make a short list on /sign-in, each in a place of their own', () => {
    const places = everybody.flatMap(({ place }) => place ?? []).toSorted((a, b) => a - b)
    expect(places).toEqual(Array.from({ length: 15 }, (_, index) => index + 1))
  })

  it('have addresses that can never be real, each their own', () => {
    for (const { email } of everybody) expect(email).toMatch(/^[a-z]+\.[a-z]+@\w+\.demo\.invalid$/)
    expect(new Set(everybody.map(({ email }) => email)).size).toBe(everybody.length)
  })
})

describe('an attempt of the demo', () => {
  it.each(demo.attempts)(
    '$student in $challenge takes a valid path through the story',
    (attempt) => {
      const { challenge, ink } = versionOf(attempt.challenge)
      const play = new Playthrough(ink)
      const left = [...attempt.path]
      for (;;) {
        const { promptId } = play.screen
        if (promptId && attempt.answers[promptId] === undefined) break
        const id = promptId ?? left.shift()
        if (id === undefined) break
        play.take({ kind: promptId ? 'answer' : 'choice', id })
      }
      expect(left).toEqual([])
      if (attempt.state !== 'playing') expect(play.screen.choices).toEqual([])
      for (const [promptId, text] of Object.entries(attempt.answers)) {
        const [least, most] = challenge.prompts[promptId]?.words ?? [0, 0]
        expect(wordsOf(text).length).toBeGreaterThanOrEqual(least)
        expect(wordsOf(text).length).toBeLessThanOrEqual(most)
      }
    },
  )
})

describe('a review of the demo', () => {
  it.each(demo.reviews)('of $author by $reviewer is complete and quotes correctly', (review) => {
    const { author, challenge, round } = review
    const { criteria } = versionOf(challenge).rubric
    const judged = round === 1 ? criteria : criteria.filter(isOpenAfterFirst(author, challenge))
    checkJudged(review, judged, answersOf(author, challenge, round))
  })

  it('is not always good: some are thin, two differ by two levels, one overrules the rule', () => {
    const ratings = demo.reviews.flatMap((review) => Object.values(review.ratings))
    const isThin = ({ ratings }: DemoReview) =>
      Object.values(ratings).filter(({ reason }) => reason.length < 60).length >= 3
    expect(demo.reviews.filter(isThin)).toHaveLength(2)
    expect(ratings.filter(({ level }) => level === 1).length).toBeGreaterThanOrEqual(3)
    expect(ratings.filter(({ aboveSigns }) => aboveSigns !== undefined)).toHaveLength(1)
    const [one, other] = ['s12', 's14'].map((peer) =>
      demo.reviews.find(({ author, reviewer }) => author === 's17' && reviewer === peer),
    )
    const split = 'listen-to-understand'
    expect([one?.ratings[split]?.level, other?.ratings[split]?.level]).toEqual([2, 4])
  })

  it.each(demo.reviews)('of $author by $reviewer is by a permitted reviewer', (review) => {
    const { author, challenge, reviewer, round, daysAgo } = review
    const handedIn = (student: string) => attemptOf(student, challenge)?.handedInDaysAgo ?? 0
    const again = attemptOf(author, challenge)?.revision?.handedInDaysAgo ?? 0
    expect(round === 1 ? handedIn(author) : again).toBeGreaterThan(daysAgo)
    const mentor = demo.people.mentors.find(({ id }) => id === reviewer)
    if (mentor) expect(mentor.coaches).not.toContain(author)
    else expect(handedIn(reviewer)).toBeGreaterThan(daysAgo)
    const pairs = demo.reviews
      .filter((one) => one.round === round)
      .map((one) => [one.author, one.reviewer].toSorted().join(' '))
    expect(pairs.filter((pair) => pair === [author, reviewer].toSorted().join(' '))).toHaveLength(1)
  })

  it.each([
    ...demo.reviews.map((review) => ({ ...review, of: `${review.author} by ${review.reviewer}` })),
    ...demo.items.texts.map((text) => ({ ...text, of: text.item })),
  ])('of $of copies no rubric, key or example', ({ challenge, ...review }) => {
    const { rubric, key, calibration } = versionOf(challenge)
    const { ratings, worked, tryNext } = review
    const own = runsOfSix(
      textsIn({ ratings, worked, tryNext }).map((text) => text.replaceAll(/"[^"]+"/g, ' … ')),
    )
    const known = new Set(runsOfSix(textsIn([rubric, key, calibration])))
    expect(own.filter((run) => known.has(run))).toEqual([])
  })

  it('repeats no text', () => {
    const said = [...demo.reviews, ...demo.items.texts].flatMap(({ ratings, worked, tryNext }) => [
      ...Object.values(ratings).map(({ reason }) => reason),
      worked,
      tryNext,
    ])
    expect(new Set(said).size).toBe(said.length)
  })
})

describe('a hidden item of the demo', () => {
  const { given, texts } = demo.items

  it.each(texts)('$item has a review that is complete and quotes correctly', (text) => {
    const { rubric, calibration } = versionOf(text.challenge)
    const item = calibration.find(({ id }) => id === text.item)
    expect(item?.use).toBe('hidden')
    checkJudged(text, rubric.criteria, item?.answers ?? {})
  })

  it.each(given)('that $reviewer is given in $challenge has a text, whichever it is', (one) => {
    const hidden = versionOf(one.challenge).calibration.filter(({ use }) => use === 'hidden')
    const known = texts.filter(({ challenge }) => challenge === one.challenge)
    expect(known.map(({ item }) => item).toSorted()).toEqual(hidden.map(({ id }) => id).toSorted())
    expect(one.daysAgo.length).toBeLessThanOrEqual(hidden.length)
  })

  it('measures one mentor by eight of them, before any Monday that figures can show', () => {
    const days = given.filter(({ reviewer }) => reviewer === 'm3').flatMap((one) => one.daysAgo)
    expect(days).toHaveLength(8)
    expect(Math.min(...days)).toBeGreaterThan(7)
  })
})

describe('a second round of the demo', () => {
  const revised = demo.attempts.flatMap((attempt) =>
    attempt.revision ? [{ ...attempt, revision: attempt.revision }] : [],
  )

  it('is written by one student, and decided for another', () => {
    expect(revised.map(({ revision }) => revision.handedInDaysAgo !== undefined)).toEqual([
      false,
      true,
    ])
  })

  it.each(revised)('of $student has a plan about comments that can be read', (attempt) => {
    const { student, challenge, revision } = attempt
    const isOpen = isOpenAfterFirst(student, challenge)
    const comments = demo.reviews
      .filter((one) => one.author === student && one.challenge === challenge && one.round === 1)
      .flatMap(({ ratings, tryNext }) => {
        const open = Object.entries(ratings).filter(([competency]) => isOpen({ competency }))
        return [tryNext, ...open.map(([, { reason }]) => reason)]
      })
    for (const { quote } of revision.plan) expect(comments).toContain(quote)
  })

  it.each(revised)('of $student changes only answers that can show what is open', (attempt) => {
    const { student, challenge, answers, revision } = attempt
    const { prompts } = versionOf(challenge).challenge
    const isOpen = isOpenAfterFirst(student, challenge)
    for (const [promptId, text] of Object.entries(revision.answers)) {
      const prompt = prompts[promptId]
      if (!prompt) throw new Error(`There is no prompt ${promptId}.`)
      const {
        evidences,
        words: [least, most],
      } = prompt
      expect(evidences.some((competency) => isOpen({ competency }))).toBe(true)
      expect(wordsChanged(answers[promptId] ?? '', text)).toBeGreaterThanOrEqual(15)
      expect(wordsOf(text).length).toBeGreaterThanOrEqual(least)
      expect(wordsOf(text).length).toBeLessThanOrEqual(most)
    }
  })
})

describe('a decision of the demo', () => {
  const decided = demo.attempts.filter(({ state }) => state === 'decided')
  const notYet = ['s11 peas-in-the-post', 's18 two-for-the-night', 's19 hand-to-hand']

  it.each(decided)('$student in $challenge follows from the reviews', ({ student, challenge }) => {
    const states = statesAfterFirst(student, challenge).map(([, { state }]) => state)
    const isNotYet = notYet.includes(`${student} ${challenge}`)
    expect(verdictOf(states)).toBe(isNotYet ? 'not-yet' : 'proficient')
  })

  it('after a second round is a badge', () => {
    const first = new Map(statesAfterFirst('s19', 'hand-to-hand'))
    const open = [...first].filter(([, { state }]) => state !== 'proficient')
    expect(open.map(([competency]) => competency)).toEqual(['work-through-disagreement'])
    const states = open.map(([competency, { mean, variance }]) => {
      const prior = { mean, variance: variance + 0.5 }
      return estimateOf(prior, ratingsOf('s19', 'hand-to-hand', competency, 2)).state
    })
    expect(verdictOf(states)).toBe('proficient')
  })
})

/** The levels given in a round, as if nobody had been measured yet. */
function ratingsOf(student: string, challenge: string, competency: string, round: number) {
  return demo.reviews
    .filter((one) => one.author === student && one.challenge === challenge && one.round === round)
    .map(({ reviewer, ratings }) => {
      const mentor = demo.people.mentors.some(({ id }) => id === reviewer)
      const variance = unprovenVariance[mentor ? 'mentor' : 'peer']
      const level = ratings[competency]?.level ?? 0
      return { level, shift: 0, variance, mentor, setAside: false }
    })
}

function statesAfterFirst(student: string, challenge: string) {
  return versionOf(challenge).rubric.criteria.map(({ competency }) => {
    const estimate = estimateOf(pilotPrior, ratingsOf(student, challenge, competency, 1))
    return [competency, estimate] as const
  })
}

/** Whether a criterion was not proved in the first round. */
function isOpenAfterFirst(student: string, challenge: string) {
  const states = new Map(statesAfterFirst(student, challenge))
  return ({ competency }: { competency: string }) => states.get(competency)?.state !== 'proficient'
}

describe('what employers of the demo can see', () => {
  const nameOf = (id: string) => demo.people.students.find((one) => one.id === id)?.name ?? ''
  const { name, aliases } = demo.people.college

  it.each(demo.hiring.visible)('of $student identifies nobody', (visible) => {
    const { student, excerpt, headline = '', summary = '' } = visible
    const answers = demo.attempts
      .filter((one) => one.student === student)
      .flatMap((one) => Object.values(one.answers))
    expect(isPassageOf(answers, excerpt)).toBe(true)
    const texts = [excerpt, headline, summary].join('\n')
    const all = redact(texts, nameOf(student), [name, ...aliases], 'en')
    expect([all.kinds, all.warnings]).toEqual([[], []])
  })
})

describe('a demo person who is pressed again', () => {
  it('goes to the home page once the invitation is accepted: it works once', () => {
    expect(whereToGoOn('/invitations/abc', false)).toBe('/invitations/abc')
    expect(whereToGoOn('/invitations/abc', true)).toBe('/home')
    expect(whereToGoOn('/attempts/a1', true)).toBe('/attempts/a1')
  })
})
