import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { alpha } from '../../../worker/scoring/agreement/alpha.ts'
import { gwet } from '../../../worker/scoring/agreement/gwet.ts'
import { jackknifeError } from '../../../worker/scoring/agreement/jackknife.ts'
import {
  kappa,
  linear,
  quadratic,
  tableOf,
  unweighted,
} from '../../../worker/scoring/agreement/kappa.ts'
import {
  intraclass,
  oneWay,
  reviewsNeeded,
  sumsOf,
} from '../../../worker/scoring/agreement/one-way.ts'
import { agreesWithCases } from '../../support/cases.ts'

type Units = (number | null)[][]
type Figures = Record<string, number | null | 'undefined'>

agreesWithCases<{ units_by_raters: Units }, Figures>(
  'krippendorff_alpha',
  ({ units_by_raters: units }, expected, tolerance) => {
    const found = {
      nominal: alpha(units, 'nominal'),
      ordinal: alpha(units, 'ordinal'),
      interval: alpha(units, 'interval'),
      ratio: alpha(units, 'ratio'),
    }
    agrees(found, expected, tolerance)
  },
)

agreesWithCases<{ table: number[][]; disagreement_weights?: number[][] }, Figures>(
  'cohen_kappa',
  ({ table, disagreement_weights: own }, expected, tolerance) => {
    const found = {
      unweighted: kappa(table, unweighted),
      linear: kappa(table, linear),
      quadratic: kappa(table, quadratic),
      custom: kappa(table, (i, j) => own?.[i]?.[j] ?? 0),
    }
    agrees(found, expected, tolerance)
  },
)

agreesWithCases<{ units_by_raters?: Units; table?: number[][]; values: number[] }, Figures>(
  'gwet_ac',
  ({ units_by_raters, table, values }, expected, tolerance) => {
    const units = units_by_raters ?? pairsOf(table ?? [], values)
    const found = { ac1: gwet(units, values, false), ac2_quadratic: gwet(units, values) }
    agrees(found, expected, tolerance)
  },
)

agreesWithCases<{ groups: number[][] }, Figures>(
  'icc_one_way',
  ({ groups }, expected, tolerance) => {
    const { single, mean } = intraclass(sumsOf(groups))
    agrees({ icc_1_1: single, icc_1_k: mean, ...oneWay(sumsOf(groups)) }, expected, tolerance)
  },
)

agreesWithCases<{ icc_1_1: number; target: number }, number | null>(
  'reviews_needed',
  ({ icc_1_1: single, target }, expected) => {
    expect(reviewsNeeded(single, target)).toBe(expected)
  },
)

interface LeftOut {
  measure: string
  groups?: number[][]
  table?: number[][]
  units_by_raters?: Units
}

agreesWithCases<LeftOut, number>('jackknife', (input, expected, tolerance) => {
  const { measure, groups, table, units_by_raters: units } = input
  const error =
    measure === 'icc_1_1'
      ? jackknifeError(groups ?? [], (left) => intraclass(sumsOf(left)).single)
      : measure === 'cohen_kappa quadratic'
        ? jackknifeError(pairsOf(table ?? [], [1, 2, 3]), (left) =>
            kappa(tableOf(left.map(([one = 0, other = 0]) => [one ?? 0, other ?? 0]))),
          )
        : jackknifeError(units ?? [], (left) => alpha(left, 'nominal'))
  expect(Math.abs((error ?? 9) - expected)).toBeLessThanOrEqual(tolerance)
})

describe('where nothing varies, agreement is undefined, not perfect', () => {
  it('for every measure', () => {
    const same = [
      [3, 3],
      [3, 3],
    ]
    expect(alpha(same, 'ordinal')).toBeNull()
    expect(intraclass(sumsOf(same))).toEqual({ single: null, mean: null })
    expect(kappa(tableOf([[3, 3]]))).toBeNull()
    expect(kappa([[0, 0]])).toBeNull()
    expect(gwet([], [1, 2, 3, 4])).toBeNull()
    expect(jackknifeError(same, (left) => intraclass(sumsOf(left)).single)).toBeNull()
  })
})

it('alpha does not depend on who rated', () => {
  const unit = fc.array(fc.option(fc.integer({ min: 1, max: 4 })), { minLength: 3, maxLength: 5 })
  fc.assert(
    fc.property(fc.array(unit, { minLength: 2, maxLength: 12 }), (units) => {
      const turned = units.map((each) => each.toReversed())
      expect(alpha(turned, 'ordinal')).toEqual(alpha(units, 'ordinal'))
    }),
  )
})

function agrees(found: Record<string, number | null>, expected: Figures, tolerance: number): void {
  for (const [name, figure] of Object.entries(expected)) {
    const own = found[name] ?? null
    if (figure === null || figure === 'undefined') expect([name, own]).toEqual([name, null])
    else expect(Math.abs((own ?? 99) - figure), name).toBeLessThanOrEqual(tolerance)
  }
}

/** A table of two raters as units with two ratings each. */
function pairsOf(table: number[][], values: number[]): Units {
  return table.flatMap((row, i) =>
    row.flatMap((count, j) =>
      Array.from({ length: count }, () => [values[i] ?? null, values[j] ?? null]),
    ),
  )
}
