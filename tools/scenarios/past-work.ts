import type { Publication } from '../../worker/scenarios/publish/publish-challenge-version.ts'
import type { Rubric } from '../../worker/skills/rubric.ts'
import { compileStory } from './compile-story.ts'
import { exploreStory } from './walk/explore-story.ts'
import { outlineStory } from './walk/outline-story.ts'

const words: [least: number, most: number] = [60, 200]

/**
 * The challenge of a skill in which people tell of past work: one part of an account for each
 * criterion of the rubric. It has no choices and no practice answers.
 */
export function pastWork(rubric: Rubric): Publication {
  const { skill, name, criteria } = rubric
  const compiled = compileStory(storyOf(rubric))
  if (!('story' in compiled)) throw new Error(JSON.stringify(compiled.errors))
  const prompts = Object.fromEntries(
    criteria.map(({ competency, name: criterion, description }) => [
      competency,
      { ask: `${criterion}. ${description} ${question}`, words, evidences: [competency] },
    ]),
  )
  const version = {
    challenge: {
      id: `past-work-${skill}`,
      kind: 'prior-learning' as const,
      title: `Past work: ${name.toLowerCase()}`,
      summary: 'An account of work that somebody has done, in four parts.',
      setting: 'past work',
      skill,
      competencies: criteria.map(({ competency }) => competency),
      minutes: 45,
      difficulty: 1,
      language: 'en' as const,
      licence: 'CC-BY-4.0' as const,
      author: 'Mettle contributors',
      decideWithinDays: 14,
      prompts,
    },
    ink: compiled.story,
    key: { choices: {} },
    calibration: [],
    rubric,
  }
  return { version, outline: outlineStory(exploreStory(compiled.story), prompts) }
}

const question = 'Tell of one time: what happened, what you said or did, what came of it.'

function storyOf({ name, criteria }: Rubric): string {
  const asked = criteria.map(
    ({ competency, name: criterion }) =>
      `${criterion}. # passage: ${competency}\n# response: ${competency}\n* [# answered: ${competency}]`,
  )
  return `# title: Past work, ${name}\n\n${asked.join('\n- ')}\n- That is all. # passage: the-end\n-> END\n`
}
