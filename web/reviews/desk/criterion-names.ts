import { listed } from '../../lib/format/figures.ts'
import type { DeskWork } from '../claim.ts'

/** Names of criteria for the middle of a sentence: “agree the work and share what you know”. */
export function criterionNames({ criteria }: DeskWork, ids: readonly string[]): string {
  const asked = criteria.filter(({ competency }) => ids.includes(competency))
  return listed(asked.map(({ name }) => name.toLowerCase()))
}
