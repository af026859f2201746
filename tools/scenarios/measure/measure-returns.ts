import { decisionsOf } from '../lint/returns.ts'
import type { Measure, Measured } from './measured.ts'
import { past } from './past.ts'

export function measureReturns(measured: readonly Measured[]): Measure {
  return {
    title: 'Decisions that return',
    means:
      'A decision returns if two paths that differ only in it differ again two or more screens later. The decisions are named by the passage that asks for them.',
    bound: 'every decision returns',
    columns: ['story', 'decisions', 'these return', 'these do not'],
    rows: measured.map((one) => {
      const decisions = decisionsOf(one.exploration)
      const named = (returns: boolean) =>
        decisions
          .filter((decision) => decision.returns === returns)
          .map(({ passageId }) => passageId)
      return {
        cells: [
          one.id,
          String(decisions.length),
          named(true).join(', '),
          named(false).join(', ') || 'none',
        ],
        past: named(false).flatMap((passageId) =>
          past(true, [one], {
            name: `no return: ${passageId}`,
            problem: `${one.id}: what is chosen at ${passageId} changes nothing two or more screens later.`,
            cure: 'Let a later screen show what was chosen.',
          }),
        ),
      }
    }),
  }
}
