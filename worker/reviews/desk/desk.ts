import { redact } from '../../foundation/redactor/redact.ts'
import type { ChallengeVersion } from '../../scenarios/challenge/challenge-version.ts'
import { Playthrough, type Turn } from '../../scenarios/play/story.ts'
import { levels, type RubricCriterion, type Sign, signsAt } from '../../skills/rubric.ts'
import { retrace, type Step } from './retrace.ts'
import { type ToldFact, toldBefore } from './told.ts'

/** What a reviewer judges and by which criteria, for a submission and for a practice answer. */
export interface Desk {
  challenge: { id: string; title: string; skill: string; setting: string }
  story: Step[]
  answers: {
    promptId: string
    ask: string
    evidences: string[]
    text: string
    /** The facts about the prompt that the story had told the author by then. */
    facts: ToldFact[]
  }[]
  criteria: DeskCriterion[]
}

export interface DeskCriterion {
  competency: string
  name: string
  description: string
  levels: {
    level: number
    words: string
    indicators: Sign[]
    /** What holds an answer back at this level. Reviewers read limits and do not tick them. */
    limits: string[]
  }[]
}

interface Work {
  version: ChallengeVersion
  turns: readonly Turn[]
  answers: Record<string, string>
  criteria: readonly RubricCriterion[]
  /** The author's name and programmes, which are hidden in the answers. */
  author: { name: string; programmes: readonly string[] }
  /**
   * Whether the story includes the choices and the notes on them, which may influence the levels.
   */
  showsChoices: boolean
}

/**
 * What a reviewer gets to judge. It does not name the author, and the names of the author and of
 * the author's programmes are redacted from the answers. Pure.
 */
export function deskOf(work: Work): Desk {
  const { version, turns, answers, criteria, author, showsChoices } = work
  const { challenge } = version
  const { id, title, skill, setting, language } = challenge
  const hide = (text: string) => redact(text, author.name, author.programmes, language)
  const played = new Playthrough(version.ink, turns)
  const story = retrace(played, version.key)
  const answered = story.flatMap(({ promptId }) => promptId ?? [])
  return {
    challenge: { id, title, skill, setting },
    story: showsChoices ? story : story.map(withoutChoice),
    answers: answered.flatMap((promptId) => {
      const prompt = challenge.prompts[promptId]
      if (!prompt) return []
      const text = hide(answers[promptId] ?? '').text
      const facts = toldBefore(promptId, version.key, played)
      return [{ promptId, ask: prompt.ask, evidences: prompt.evidences, text, facts }]
    }),
    criteria: criteria.map(criterionOnDesk),
  }
}

function withoutChoice({ choice: _choice, ...read }: Step): Step {
  return read
}

export function criterionOnDesk(criterion: RubricCriterion): DeskCriterion {
  const { competency, name, description } = criterion
  return {
    competency,
    name,
    description,
    levels: levels.map((level) => {
      const { words, limits = [] } = criterion.levels[level]
      return { level, words, indicators: signsAt(criterion, level), limits }
    }),
  }
}
