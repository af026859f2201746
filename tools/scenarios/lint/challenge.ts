import { canonicalJson } from '../../../worker/foundation/crypto/canonical.ts'
import { utf8 } from '../../../worker/foundation/crypto/encoding.ts'
import {
  type ChallengeFolder,
  readChallengeFolder,
  type ReadFolder,
} from '../source/challenge-folder.ts'
import {
  type ChallengeVersion,
  largestVersionBytes,
} from '../../../worker/scenarios/challenge/challenge-version.ts'
import { type Exploration, exploreStory } from '../walk/explore-story.ts'
import { type Finding, refuses } from '../source/finding.ts'
import { answered } from './answered.ts'
import { lintCalibration } from './calibration.ts'
import { lintChoices } from './choices.ts'
import { lintFacts } from './facts.ts'
import { lintIdioms } from './idioms.ts'
import { lintKey } from './key.ts'
import { lintPaths } from './paths.ts'
import { lintReach } from './reach.ts'
import { lintReading } from './reading.ts'
import { lintReturns } from './returns.ts'
import { lintRubric } from './rubric.ts'
import { lintScreens } from './screens.ts'
import { lintTags } from './tags.ts'
import { lintTold } from './told.ts'

export interface Verdict {
  findings: Finding[]
  /** Undefined if a file is not well-formed. */
  read?: ReadFolder
  /** Present if nothing was refused. */
  publishable?: { version: ChallengeVersion; exploration: Exploration }
}

/**
 * Every fault and warning of a challenge, each with file, line and cure. The challenge is refused
 * for a fault, not for a warning. If a file cannot be read or the story does not compile, the
 * checks that need it are skipped.
 */
export function lintChallenge(
  folder: ChallengeFolder,
  { mostStates }: { mostStates?: number } = {},
): Verdict {
  const read = readChallengeFolder(folder)
  const inkErrors = inkFindings(folder)
  if ('findings' in read) return { findings: [...read.findings, ...inkErrors] }

  const plain = [
    ...inkErrors,
    ...lintFacts(read),
    ...lintRubric(read),
    ...lintTags(read),
    ...lintKey(read),
  ]
  if (!('story' in folder.compiled)) return { findings: plain, read }

  const exploration = exploreStory(folder.compiled.story, mostStates)
  const played = [
    ...lintScreens(read, exploration),
    ...lintReach(read, exploration),
    ...lintPaths(read, exploration),
    ...lintChoices(read, exploration),
    ...lintReturns(read, exploration),
    ...lintTold(read, exploration),
    ...lintReading(read, exploration),
    ...lintIdioms(read, exploration),
    ...lintCalibration(read, exploration),
  ]
  const version = versionOf(read, folder.compiled.story)
  const findings = answered(read, [...plain, ...played, ...sizeFindings(read, version)])
  const publishable = refuses(findings) ? {} : { publishable: { version, exploration } }
  return { findings, read, ...publishable }
}

function inkFindings({ ink, compiled }: ChallengeFolder): Finding[] {
  if (!('errors' in compiled)) return []
  return compiled.errors.map(({ line, message }) => ({
    file: ink.file,
    line,
    problem: `ink: ${message}`,
    cure: 'Correct the line. The ink manual explains each form.',
  }))
}

function versionOf(
  { challenge, key, calibration, rubric }: ReadFolder,
  ink: ChallengeVersion['ink'],
): ChallengeVersion {
  return {
    challenge: challenge.content,
    ink,
    key: key.content,
    calibration: calibration.content,
    rubric: rubric.content,
  }
}

function sizeFindings({ ink }: ReadFolder, version: ChallengeVersion): Finding[] {
  const bytes = utf8(canonicalJson(version)).length
  if (bytes <= largestVersionBytes) return []
  const problem = `The whole challenge has ${bytes} bytes, at most ${largestVersionBytes} allowed.`
  return [{ file: ink.file, line: 1, problem, cure: 'Shorten the story or the example answers.' }]
}
