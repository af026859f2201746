import * as v from 'valibot'
import { describe, expect, it } from 'vitest'

import { readTexts } from '../../../tools/demo/read-texts.ts'
import { publishable } from '../../../tools/scenarios/publishable.ts'
import { isPassageOf } from '../../../worker/talent/visibility/visibility.ts'
import { wordsOf } from '../../../worker/attempts/submission/words.ts'
import { whereToGoOn } from '../../../worker/dev/demo/list.ts'
import { Demo, type DemoReview } from '../../../worker/dev/demo/texts.ts'
import { redact } from '../../../worker/foundation/redactor/redact.ts'
import { Playthrough } from '../../../worker/scenarios/play/story.ts'
import { estimateOf, pilotPrior, unprovenVariance } from '../../../worker/scoring/estimate.ts'
import { verdictOf } from '../../../worker/scoring/round.ts'
import { proposedLevel } from '../../../worker/skills/rubric.ts'

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
    expect([...stages, mentors.length, recruiters.length]).toEqual([2, 4, 7, 8, 4, 2])
  })

  it('are each at a challenge, and somebody at each of the eight skills', () => {
    const skills = demo.attempts.map(({ challenge }) => versionOf(challenge).challenge.skill)
    expect(new Set(skills).size).toBe(8)
    const own = students.flatMap(({ id, challenge }) => (challenge ? [[id, challenge]] : []))
    for (const [id = '', challenge = ''] of own) expect(attemptOf(id, challenge)).toBeDefined()
  })

  it('make a short list on /sign-in, each in a place of their own', () => {
    const places = everybody.flatMap(({ place }) => place ?? []).toSorted((a, b) => a - b)
    expect(places).toEqual(Array.from({ length: 12 }, (_, index) => index + 1))
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
  const quotesIn = (text: string) => [...text.matchAll(/"([^"]+)"/g)].map(([, quote = '']) => quote)

  it.each(demo.reviews)('of $author by $reviewer is complete and quotes correctly', (review) => {
    const attempt = attemptOf(review.author, review.challenge)
    const written = Object.values(attempt?.answers ?? {}).join('\n')
    for (const { competency, levels } of versionOf(review.challenge).rubric.criteria) {
      const rating = review.ratings[competency]
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
    expect(review.worked.length).toBeGreaterThanOrEqual(40)
    expect(review.tryNext.length).toBeGreaterThanOrEqual(40)
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
    const { author, challenge, reviewer, daysAgo } = review
    const handedIn = (student: string) => attemptOf(student, challenge)?.handedInDaysAgo ?? 0
    expect(handedIn(author)).toBeGreaterThan(daysAgo)
    const mentor = demo.people.mentors.find(({ id }) => id === reviewer)
    if (mentor) expect(mentor.coaches).not.toContain(author)
    else expect(handedIn(reviewer)).toBeGreaterThan(daysAgo)
    const pairs = demo.reviews.map((one) => [one.author, one.reviewer].toSorted().join(' '))
    expect(pairs.filter((pair) => pair === [author, reviewer].toSorted().join(' '))).toHaveLength(1)
  })

  it.each(demo.reviews)('of $author by $reviewer copies no rubric, key or example', (review) => {
    const { rubric, key, calibration } = versionOf(review.challenge)
    const own = runsOfSix(textsIn(review).map((text) => text.replaceAll(/"[^"]+"/g, ' … ')))
    const known = new Set(runsOfSix(textsIn([rubric, key, calibration])))
    expect(own.filter((run) => known.has(run))).toEqual([])
  })

  it('repeats no text', () => {
    const said = demo.reviews.flatMap(({ ratings, worked, tryNext }) => [
      ...Object.values(ratings).map(({ reason }) => reason),
      worked,
      tryNext,
    ])
    expect(new Set(said).size).toBe(said.length)
  })
})

describe('a decision of the demo', () => {
  const decided = demo.attempts.filter(({ state }) => state === 'decided')
  const notYet = ['s11 peas-in-the-post', 's18 two-for-the-night']

  it.each(decided)('$student in $challenge follows from the reviews', ({ student, challenge }) => {
    const reviews = demo.reviews.filter(
      (one) => one.author === student && one.challenge === challenge,
    )
    const states = versionOf(challenge).rubric.criteria.map(({ competency }) => {
      const ratings = reviews.map(({ reviewer, ratings }) => {
        const mentor = demo.people.mentors.some(({ id }) => id === reviewer)
        const variance = unprovenVariance[mentor ? 'mentor' : 'peer']
        const level = ratings[competency]?.level ?? 0
        return { level, shift: 0, variance, mentor, setAside: false }
      })
      return estimateOf(pilotPrior, ratings).state
    })
    const isNotYet = notYet.includes(`${student} ${challenge}`)
    expect(verdictOf(states)).toBe(isNotYet ? 'not-yet' : 'proficient')
  })
})

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
