import * as v from 'valibot'
import { describe, expect, it } from 'vitest'

import { readTexts } from '../../../tools/demo/read-texts.ts'
import { publishable } from '../../../tools/scenarios/publishable.ts'
import { isPassageOf } from '../../../worker/talent/visibility/visibility.ts'
import { wordsOf } from '../../../worker/attempts/submission/words.ts'
import { whereToGoOn } from '../../../worker/dev/demo/list.ts'
import { Demo } from '../../../worker/dev/demo/texts.ts'
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

describe('the demo’s people', () => {
  const { students, mentors, admins, recruiters, employerAdmin } = demo.people
  const everybody = [...students, ...mentors, ...admins, ...recruiters, employerAdmin]

  it('are as many as the demo promises', () => {
    const inStage = (stage: string) => students.filter((one) => one.stage === stage).length
    const stages = ['invited', 'playing', 'waiting', 'decided'].map(inStage)
    expect([...stages, mentors.length, recruiters.length]).toEqual([2, 2, 6, 6, 4, 2])
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
  it.each(demo.reviews)('of $author by $reviewer quotes what was written', (review) => {
    const attempt = attemptOf(review.author, review.challenge)
    const written = Object.values(attempt?.answers ?? {}).join('\n')
    for (const { competency, levels } of versionOf(review.challenge).rubric.criteria) {
      const rating = review.ratings[competency]
      if (!rating) throw new Error(`${competency} is not rated.`)
      expect(proposedLevel({ levels }, rating.indicators)).toBe(rating.level)
      const quotes = [...rating.reason.matchAll(/"([^"]+)"/g)].map(([, quote = '']) => quote)
      expect(quotes.length).toBeGreaterThan(0)
      for (const quote of quotes) expect(written).toContain(quote.replace(/[.,]$/, ''))
      expect(rating.reason.length).toBeGreaterThanOrEqual(40)
      expect(rating.reason.length).toBeLessThanOrEqual(400)
    }
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
    const own = demo.people.students.find(({ id }) => id === student)
    const isTheirBadge = own?.challenge === challenge
    expect(verdictOf(states)).toBe(isTheirBadge ? 'proficient' : 'not-yet')
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
