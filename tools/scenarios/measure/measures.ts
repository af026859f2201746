import { answerToMeasure, idleMeasureAnswers } from '../lint/answered.ts'
import type { Finding } from '../source/finding.ts'
import { measureBlindRules } from './measure-blind-rules.ts'
import { measureEndings } from './measure-endings.ts'
import { measureMinutes } from './measure-minutes.ts'
import { measureNames } from './measure-names.ts'
import { measureRareWords } from './measure-rare-words.ts'
import { measureReturns } from './measure-returns.ts'
import { measureSharedRuns } from './measure-shared-runs.ts'
import { measureSurfaces } from './measure-surfaces.ts'
import { measureVoices } from './measure-voices.ts'
import type { Measure, Measured, PastBound } from './measured.ts'

export function measuresOf(measured: readonly Measured[]): Measure[] {
  return [
    measureBlindRules,
    measureSurfaces,
    measureSharedRuns,
    measureRareWords,
    measureReturns,
    measureEndings,
    measureMinutes,
    measureNames,
    measureVoices,
  ].map((measure) => measure(measured))
}

export const allPast = (measures: readonly Measure[]): PastBound[] =>
  measures.flatMap(({ rows }) => rows.flatMap(({ past = [] }) => past))

/** The figures past their bounds that no challenge answers. */
export function unanswered(measures: readonly Measure[]): PastBound[] {
  return allPast(measures).filter((past) => answerTo(past) === undefined)
}

export const answerTo = ({ folders, name }: PastBound) => answerToMeasure(folders, name)

/** Refuses `answered` entries for measures.md that name no figure past its bound. */
export function idleAnswers(
  measured: readonly Measured[],
  measures: readonly Measure[],
): Finding[] {
  const past = allPast(measures)
  return measured.flatMap(({ read }) =>
    idleMeasureAnswers(
      read,
      past.filter(({ folders }) => folders.includes(read)).map(({ name }) => name),
    ),
  )
}
