import type { Branch } from './branch-input.ts'

export interface CivilianTitle {
  title: string
  /** O*NET-SOC code; not every list has it. */
  occupation?: string | undefined
}

/** A military code and the civilian titles that a list gives for it. */
export interface MilitaryRow {
  branch: Branch | 'unknown'
  code: string
  /** What the branch calls it. */
  name?: string | undefined
  titles: readonly CivilianTitle[]
}
