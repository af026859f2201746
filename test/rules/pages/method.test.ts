import { globSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import { contactAddress } from '../../../worker/pages/contact.ts'
import { landingPage } from '../../../worker/pages/landing-page.ts'
import { mentorsPage } from '../../../worker/pages/mentors-page.ts'
import { methodPage } from '../../../worker/pages/method-page.ts'
import { simulated, written } from '../../../worker/pages/simulated.ts'
import { hasMinimum } from '../../../worker/reviews/queue/quota.ts'
import {
  estimateOf,
  pilotPrior,
  unprovenVariance,
} from '../../../worker/scoring/estimate/estimate.ts'
import { skillIds } from '../../../worker/skills/skill.ts'

const reader = { language: 'en', region: 'GB', zone: 'UTC', zoneKnown: false } as const

const cells = (text: string) =>
  [...text.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell = '']) => cell.trim()),
  )

describe('the method page', () => {
  const page = methodPage()(reader)

  it('shows decisions with figures computed by the scoring code', () => {
    const rows = cells(page)
    expect(rows).toContainEqual(['3 and 3', '3', '85.4 in 100', 'proficient'])
    expect(rows).toContainEqual(['2 and 3', '3', '75.0 in 100', 'needs more evidence'])
    expect(rows).toContainEqual(['2 and 2', '2', '14.6 in 100', 'not yet'])
  })

  it('says that every error figure is simulated', () => {
    expect(page).toContain('These numbers come from a simulation with invented people')
    for (const { false: figure } of [simulated.first, simulated.pilot])
      expect(page).toContain(written(figure)(reader))
  })

  it('says how few people can be enough, which is what the scoring code accepts', () => {
    expect(page).toContain('One peer and one mentor can be enough, and so can two mentors')
    const decided = (...raters: ['peer' | 'mentor', number][]) => {
      const ratings = raters.map(([kind, level]) => {
        const variance = unprovenVariance[kind]
        return { level, shift: 0, variance, mentor: kind === 'mentor', setAside: false }
      })
      const mentors = ratings.filter(({ mentor }) => mentor).length
      const { state, count } = estimateOf(pilotPrior, ratings)
      return hasMinimum({ count, mentors, pilot: true }) ? state : 'too few'
    }
    expect(decided(['peer', 2], ['mentor', 2])).toBe('not-yet')
    expect(decided(['peer', 4], ['mentor', 3])).toBe('proficient')
    expect(decided(['mentor', 3], ['mentor', 3])).toBe('proficient')
    expect(page).toContain('One person alone never decides')
    expect(decided(['mentor', 4])).toBe('too few')
  })

  it('says what this version cannot do yet', () => {
    expect(page).toContain('You cannot yet ask us to check a decision again')
    expect(page).toContain('New challenges are still being tested')
    expect(page).toContain('Every badge says level 3')
    const perSkill = skillIds.map((skill) => globSync(`scenarios/${skill}/*/challenge.yaml`).length)
    expect(perSkill).toEqual(skillIds.map(() => 1))
    expect(page).toContain('each of the eight skills has only one challenge')
  })

  it('says what reviewers read before they lock their levels, and what opens only then', () => {
    expect(page).toContain('Reviewers read the part of the story that you read')
    expect(mentorsPage()(reader)).toContain('only after you lock your levels')
  })
})

const onOffer = {
  skill: 'empathy',
  skillName: 'Empathy',
  title: 'Longer than Saturday',
  summary: 'It rains, and the bell rings.',
  minutes: 20,
}

describe('the landing page', () => {
  it('links to a challenge only where it can be begun', () => {
    const link = '/challenges/hand-to-hand'
    const some = [{ ...onOffer, id: 'hand-to-hand', minutes: 35 }]
    const withIt = landingPage({ catalogue: some })(reader)
    expect(withIt).toContain(link)
    expect(withIt).toContain('Empathy, about 35 minutes.')
    expect(landingPage({ catalogue: [] })(reader)).not.toContain(link)
  })

  it('says of each skill whether there is a challenge', () => {
    const catalogue = ['one', 'two'].map((id) => ({ ...onOffer, id }))
    const page = landingPage({ catalogue })(reader)
    expect(page).toContain('2 challenges')
    expect(page.match(/No challenge yet/g)).toHaveLength(7)
    expect(page).toContain('href="/challenges/one"')
    expect(page).toContain('about 20 minutes')
    expect(page).toContain('It rains, and the bell rings.')
    expect(page.match(/href="\/challenges\?skill=[\w-]+"/g)).toEqual([
      `href="/challenges?skill=${onOffer.skill}"`,
    ])
  })
})

describe('the contact', () => {
  it.each([
    ['Mettle <hello@mettle.example>', 'hello@mettle.example'],
    ['hello@mettle.example', 'hello@mettle.example'],
    ['"A, B" <a.b@c.example>', 'a.b@c.example'],
  ])('of %s is %s', (from, address) => expect(contactAddress(from)).toBe(address))
})
