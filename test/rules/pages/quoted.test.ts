import { readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import { mentorsPage } from '../../../worker/pages/mentors-page.ts'
import pages from '../../../web/messages/en/pages.json'

const folder = 'scenarios/collaboration/hand-to-hand'
const textOf = (path: string) => readFileSync(path, 'utf8').replace(/\s+/g, ' ')
const story = textOf(`${folder}/scenario.ink`)
const examples = textOf(`${folder}/calibration.yaml`)
const rubric = textOf('scenarios/rubrics/collaboration.yaml')

describe('what public pages show of a challenge is the challenge itself', () => {
  it.each([
    pages.pages_landing_scene_1,
    pages.pages_landing_scene_2,
    pages.pages_landing_scene_3,
    'The children have sat in a bus for an hour. They are cold and loud.',
    pages.pages_landing_scene_a,
    pages.pages_landing_scene_b,
    pages.pages_landing_scene_c,
  ])('%s', (sentence) => expect(story).toContain(sentence))

  it.each([
    pages.pages_mentors_example_first,
    pages.pages_mentors_example_quote,
    pages.pages_mentors_example_why,
    pages.pages_employers_card_quote,
  ])('%s', (sentence) => expect(examples).toContain(sentence))

  it('says that lines were left out, and gives the whole reason', () => {
    const page = mentorsPage()({ language: 'en', region: 'GB', zone: 'UTC', zoneKnown: false })
    const parts = [
      pages.pages_mentors_example_first,
      pages.pages_mentors_example_left_out,
      pages.pages_mentors_example_quote,
    ].map((part) => page.indexOf(part))
    expect(parts[0]).toBeGreaterThan(0)
    expect(parts).toEqual(parts.toSorted((a, b) => a - b))
    expect(examples).toContain(`work-through-disagreement: '${pages.pages_mentors_example_why}'`)
  })

  it.each([pages.pages_mentors_example_criterion, pages.pages_mentors_example_level])(
    '%s',
    (words) => expect(rubric).toContain(words),
  )
})
