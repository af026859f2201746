import { describe, expect, it } from 'vitest'

import {
  type CardBadge,
  type CardFacts,
  cardOf,
  fieldsOn,
} from '../../../worker/talent/card/card.ts'

const pseudonym = 'b501dcbf-236e-80c5-b327-7cf79afa2c79'

const badge: CardBadge = {
  skill: 'empathy',
  level: 3,
  month: '2026-10',
  mentorReviewed: true,
  challengeTitle: 'Longer than Saturday',
  excerpt: 'I told Leila’s manager at RCC.',
  crowd: 'month',
  judgement: null,
}

const off: CardFacts = {
  name: 'Leila Haddad',
  programmeNames: ['Riverside Community College', 'RCC'],
  language: 'en',
  headline: null,
  summary: null,
  regions: [],
  remote: false,
  hoursPerWeek: null,
  startMonth: null,
  badges: [badge],
}

describe('a card', () => {
  it('shows only skill and level of a badge until it is opened', () => {
    expect(cardOf(pseudonym, off, 'short')).toEqual({
      pseudonym,
      badges: [{ skill: 'empathy', level: 3 }],
    })
  })

  it('has no member for a switch that is off', () => {
    const bare = { ...badge, challengeTitle: null, excerpt: null, mentorReviewed: false }
    expect(cardOf(pseudonym, { ...off, badges: [bare] }, 'full')).toEqual({
      pseudonym,
      badges: [
        {
          skill: 'empathy',
          level: 3,
          month: '2026-10',
          reviewers: 'peers',
          agreement: 'too-few-reviews',
          rubric: '/rubrics/empathy',
        },
      ],
    })
  })

  it('hides name and programme in every text', () => {
    const texts = { headline: 'Leila, RCC', summary: 'Haddad of Riverside Community College' }
    const card = cardOf(pseudonym, { ...off, ...texts }, 'full')

    expect(card).toMatchObject({
      headline: '[hidden], [hidden]',
      summary: '[hidden] of [hidden]',
      badges: [{ excerpt: 'I told [hidden]’s manager at [hidden].' }],
    })
    expect(JSON.stringify(card)).not.toMatch(/Leila|Haddad|RCC|Riverside/)
  })

  it('orders badges by skill, not by when they were earned', () => {
    const badges = [
      { ...badge, skill: 'resilience' },
      { ...badge, skill: 'initiative', month: '2026-11' },
      { ...badge, skill: 'initiative', month: '2026-01', level: 4 },
    ]
    const card = cardOf(pseudonym, { ...off, badges }, 'short')
    expect(card.badges).toEqual([
      { skill: 'initiative', level: 4 },
      { skill: 'initiative', level: 3 },
      { skill: 'resilience', level: 3 },
    ])
  })

  it('names exactly its fields for the log of views', () => {
    const facts = { ...off, regions: ['GB-LDS'], remote: true }
    expect(fieldsOn(cardOf(pseudonym, facts, 'short'))).toEqual([
      'regions',
      'remote',
      'skill',
      'level',
    ])
    expect(fieldsOn(cardOf(pseudonym, facts, 'full'))).toContain('excerpt')
  })
})
