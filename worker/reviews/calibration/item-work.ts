import * as v from 'valibot'

import { Answers } from '../../attempts/answers.ts'
import type { Call } from '../../foundation/call/call.ts'
import { openOr } from '../../foundation/crypto/seal.ts'
import type { ChallengeVersion } from '../../scenarios/challenge/challenge-version.ts'
import type { Turn } from '../../scenarios/play/story.ts'
import type { Rubric, RubricCriterion } from '../../skills/rubric.ts'
import { hiddenItems } from '../calibration-tables.ts'
import { turnsAlong } from '../desk/retrace.ts'

/** What a read selects of `hidden_items`, as `i`; all NULL for a claim on a submission. */
export interface ItemRow {
  item_id: string | null
  item_key: string | null
  item_levels: string | null
  item_body: string | null
}

type Version = Pick<ChallengeVersion, 'calibration'>

/** The answers of a hidden item: its own, redacted, or those in the version's calibration. */
export async function answersOfItem(call: Call, row: ItemRow, version: Version): Promise<Answers> {
  const opened = await openOr(call, hiddenItems.body, row.item_id, row.item_body, undefined)
  if (opened !== undefined) return v.parse(Answers, JSON.parse(opened))
  return publicItem(row, version)?.answers ?? {}
}

/** The turns of a hidden item: as its author took them, or along the path in the calibration. */
export function turnsOfItem(row: ItemRow, version: ChallengeVersion, recorded: Turn[]): Turn[] {
  const item = publicItem(row, version)
  return item ? turnsAlong(version, item.path) : recorded
}

/** The criteria whose level is known. */
export function criteriaOfItem(
  { item_levels: levels }: ItemRow,
  { criteria }: Rubric,
): RubricCriterion[] {
  const known = v.parse(v.record(v.string(), v.number()), JSON.parse(levels ?? '{}'))
  return criteria.filter(({ competency }) => Object.hasOwn(known, competency))
}

const publicItem = ({ item_key: key }: ItemRow, { calibration }: Version) =>
  calibration.find(({ id }) => id === key)
