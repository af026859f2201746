import type { ChallengeVersion } from '../../worker/scenarios/challenge/challenge-version.ts'
import type { Exploration } from './walk/explore-story.ts'
import { readingFigures } from './walk/reading-age.ts'
import { medianMinutes } from './walk/outline-story.ts'
import { isDecision, type Range, readPaths } from './walk/story-paths.ts'

/** A challenge in numbers, as three lines. */
export function figuresOf({ challenge }: ChallengeVersion, exploration: Exploration): string {
  const paths = readPaths(exploration)
  const { places } = exploration
  const [decisions] = paths.range((place) => (isDecision(place) ? 1 : 0))
  const minutes = medianMinutes(paths, challenge.prompts) ?? 0
  const [words] = paths.range(
    ({ screen }) =>
      screen.paragraphs
        .join(' ')
        .split(/\s+/)
        .filter((word) => word !== '').length,
  )
  const lines = places.flatMap(({ screen }) => [
    ...screen.paragraphs,
    ...screen.choices.map(({ text }) => text),
  ])
  const asks = Object.values(challenge.prompts).map(({ ask }) => ask)
  const reading = readingFigures([...new Set(lines), ...asks], challenge.language)
  const passages = new Set(places.map(({ screen }) => screen.passageId)).size
  const endings = new Set(
    places.filter(({ screen }) => screen.ended).map(({ screen }) => screen.passageId),
  ).size
  return [
    `${passages} passages, ${endings} endings, ${paths.ways} ways through, ${exploration.states} states`,
    `${span(decisions)} decisions, ${span(words)} words of story, about ${minutes.toFixed(1)} minutes`,
    `reading score ${reading.score.toFixed(1)}, ${reading.meanSentenceWords.toFixed(1)} words a sentence, longest ${reading.longestSentenceWords}`,
  ].join('\n  ')
}

function span({ least, most }: Range = { least: 0, most: 0 }): string {
  const [from, to] = [Math.round(least), Math.round(most)]
  return from === to ? String(from) : `${from}-${to}`
}
