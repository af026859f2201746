import { Rubric } from '../../../worker/skills/rubric.ts'
import type { CompiledInk } from '../../../worker/scenarios/play/bounded-story.ts'
import {
  Calibration,
  type CalibrationItem,
  Challenge,
  Key,
} from '../../../worker/scenarios/challenge/challenge.ts'
import type { Finding, SourceFile } from './finding.ts'
import { type InkSource, readInkSource } from './ink-source.ts'
import { readYaml, type YamlFile } from './yaml-file.ts'

/** The source of a challenge: four files, the rubric of its skill, and the compiled story. */
export interface ChallengeFolder {
  /** `scenarios/<skill>/<slug>` */
  path: string
  challenge: SourceFile
  ink: SourceFile
  key: SourceFile
  calibration: SourceFile
  rubric: SourceFile
  /** The compiled story, or the errors of ink's compiler. */
  compiled: { story: CompiledInk } | { errors: { line: number; message: string }[] }
}

interface Read<Content> extends YamlFile<Content> {
  content: Content
}

/** A folder whose files are all well-formed, with their line numbers. */
export interface ReadFolder {
  path: string
  challenge: Read<Challenge>
  key: Read<Key>
  calibration: Read<CalibrationItem[]>
  rubric: Read<Rubric>
  ink: InkSource
}

export function readChallengeFolder(folder: ChallengeFolder): ReadFolder | { findings: Finding[] } {
  const challenge = readYaml(folder.challenge, Challenge)
  const key = readYaml(folder.key, Key)
  const calibration = readYaml(folder.calibration, Calibration)
  const rubric = readYaml(folder.rubric, Rubric)
  if (isRead(challenge) && isRead(key) && isRead(calibration) && isRead(rubric)) {
    const ink = readInkSource(folder.ink)
    return { path: folder.path, challenge, key, calibration, rubric, ink }
  }
  return { findings: [challenge, key, calibration, rubric].flatMap(({ findings }) => findings) }
}

function isRead<Content>(file: YamlFile<Content>): file is Read<Content> {
  return file.content !== undefined
}
