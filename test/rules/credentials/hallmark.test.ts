import { describe, expect, it } from 'vitest'

import { tempers } from '../../../tools/badges/colours.ts'
import { type Skill, hallmark } from '../../../tools/badges/hallmark.ts'
import { outlines } from '../../../tools/badges/outlines.ts'
import { skillIds } from '../../../worker/skills/skill.ts'

const skills = Object.keys(outlines) as Skill[]

it('draws every skill there is', () => {
  expect(skills.toSorted()).toEqual(skillIds.toSorted())
})

describe.each(skills)('%s', (skill) => {
  const pictures = tempers.map((temper) => hallmark(skill, temper))

  it('has four levels that differ in form, not only in colour', () => {
    const forms = pictures.map((picture) => picture.replaceAll(/#[0-9a-f]{6}|f-[a-z-]+-\d/g, ''))
    expect(new Set(forms).size).toBe(4)
  })

  it('is the same bytes each time, small, and holds no words', () => {
    expect(tempers.map((temper) => hallmark(skill, temper))).toEqual(pictures)
    for (const picture of pictures) {
      expect(picture.length).toBeLessThanOrEqual(6_144)
      expect(picture).not.toMatch(/<(?:text|title|script|style)|NaN|undefined/)
    }
  })
})

it.each(tempers)(
  'has a rim that stands out on white and on the dark page: level $level',
  ({ rim }) => {
    expect(contrast(rim, '#ffffff')).toBeGreaterThanOrEqual(3)
    expect(contrast(rim, '#15191c')).toBeGreaterThanOrEqual(3)
  },
)

/** The contrast ratio of two colours (WCAG 2.2). */
function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
