import type { Fact } from '../../../worker/scenarios/challenge/challenge.ts'
import type { ReadFolder } from '../source/challenge-folder.ts'
import type { Finding } from '../source/finding.ts'
import type { Exploration } from '../walk/explore-story.ts'
import { readPaths, type StoryPaths } from '../walk/story-paths.ts'

/**
 * Checks the facts of key.yaml: each prompt has facts, each fact is told on some path to its
 * prompt, and a needed fact is told on every path to it.
 */
export function lintTold({ key, challenge, ink }: ReadFolder, exploration: Exploration): Finding[] {
  if (exploration.failures.length > 0) return []
  const paths = readPaths(exploration)
  if (paths.circle) return []
  const facts = key.content.facts ?? {}
  const passages = new Set(ink.tags.filter(({ name }) => name === 'passage').map(valueOf))
  const choices = new Set(ink.tags.filter(({ name }) => name === 'choice').map(valueOf))
  const findings: Finding[] = []
  const refuse = (place: (string | number)[], problem: string, cure: string) =>
    void findings.push({ file: key.file, line: key.lineOf(place), problem, cure })

  const prompts = Object.keys(challenge.content.prompts)
  for (const promptId of prompts.filter((id) => !facts[id]?.length)) {
    const cure = 'List under facts what one must know to answer it.'
    refuse(['facts'], `The prompt ${promptId} has no facts.`, cure)
  }
  for (const [promptId, told] of Object.entries(facts)) {
    if (!prompts.includes(promptId)) {
      refuse(['facts', promptId], `There is no prompt ${promptId}.`, `Use ${prompts.join(', ')}.`)
      continue
    }
    for (const [at, fact] of told.entries()) {
      const place = ['facts', promptId, at]
      const unknown = fact.after?.find((id) => !choices.has(id))
      if (!passages.has(fact.told)) {
        refuse([...place, 'told'], `The story has no passage ${fact.told}.`, 'Correct the id.')
      } else if (unknown !== undefined) {
        refuse([...place, 'after'], `The story has no choice ${unknown}.`, 'Correct the id.')
      } else if (!isToldOnAWay(paths, promptId, fact)) {
        const problem = `"${fact.says}" is told on no way to ${promptId}.`
        refuse(place, problem, 'Tell it before the prompt, or remove the fact.')
      } else if (fact.needed && isMissedOnAWay(paths, promptId, fact)) {
        const problem = `"${fact.says}" is needed, and one way to ${promptId} does not tell it.`
        refuse(place, problem, 'Tell it on every way, or take `needed` away.')
      }
    }
  }
  return findings
}

const valueOf = ({ value }: { value: string }) => value

const isToldOnAWay = (paths: StoryPaths, promptId: string, fact: Fact) =>
  waysTo(paths, promptId, fact).has('told')
const isMissedOnAWay = (paths: StoryPaths, promptId: string, fact: Fact) =>
  waysTo(paths, promptId, fact).has('missed')

type State = 'before' | 'chosen' | 'told'

/**
 * `told`: some path reaches the prompt after the fact was told. `missed`: some path reaches it
 * without. A fact with `after` is told only where one of those choices came before its passage.
 */
function waysTo({ places }: StoryPaths, promptId: string, fact: Fact): Set<'told' | 'missed'> {
  const found = new Set<'told' | 'missed'>()
  const seen = new Set<string>()
  const start: State = fact.after ? 'before' : 'chosen'
  const open: { at: number; state: State }[] = [{ at: 0, state: start }]
  for (let next = open.pop(); next; next = open.pop()) {
    const place = places[next.at]
    const key = `${next.at} ${next.state}`
    if (!place || seen.has(key)) continue
    seen.add(key)
    const isHere = place.screen.passageId === fact.told && next.state === 'chosen'
    const state = isHere ? 'told' : next.state
    if (place.screen.promptId === promptId) found.add(state === 'told' ? 'told' : 'missed')
    for (const { turn, to } of place.next) {
      const isChosen = state === 'before' && fact.after?.includes(turn.id)
      open.push({ at: to, state: isChosen ? 'chosen' : state })
    }
  }
  return found
}
