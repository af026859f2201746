import type { Exploration } from './explore-story.ts'
import { wordsOf } from './reading-age.ts'
import type { Screen } from '../../../worker/scenarios/play/screen.ts'
import type { StoryOutline } from '../../../worker/scenarios/play/story-outline.ts'
import { challengeMinutes } from './challenge-minutes.ts'
import { type Range, readPaths, type StoryPaths } from './story-paths.ts'

type Prompts = Record<string, { words: readonly [least: number, most: number] }>

/** Minutes to read a screen and, if it asks for an answer, to write it. */
export function minutesOf({ paragraphs, promptId }: Screen, prompts: Prompts): number {
  const asked = promptId === undefined ? undefined : prompts[promptId]
  const words = paragraphs.flatMap(wordsOf).length
  return challengeMinutes(words, asked ? [asked.words] : [])
}

/** 600, so that the minutes of every screen are a whole number of units. */
const unitsAMinute = 600

/** The median over all paths of the minutes that a challenge takes; undefined if none ends. */
export function medianMinutes(paths: StoryPaths, prompts: Prompts): number | undefined {
  const units = paths.median(({ screen }) => Math.round(minutesOf(screen, prompts) * unitsAMinute))
  return units === undefined ? undefined : units / unitsAMinute
}

export function outlineStory(exploration: Exploration, prompts: Prompts): StoryOutline {
  const { places, range } = readPaths(exploration)
  const turns = range(({ screen }) => (screen.ended ? 0 : 1))
  const minutes = range(({ screen }) => minutesOf(screen, prompts))
  const outline: StoryOutline = {}
  for (const [at, { screen }] of places.entries()) {
    const known = outline[screen.passageId]
    outline[screen.passageId] = {
      turns: widen(known?.turns, turns[at]),
      minutes: widen(known?.minutes, minutes[at]),
    }
  }
  return outline
}

function widen(known: [number, number] | undefined, range: Range = { least: 0, most: 0 }) {
  const span: [number, number] = [tenths(range.least), tenths(range.most)]
  if (!known) return span
  const wider: [number, number] = [Math.min(known[0], span[0]), Math.max(known[1], span[1])]
  return wider
}

const tenths = (n: number) => Math.round(n * 10) / 10
