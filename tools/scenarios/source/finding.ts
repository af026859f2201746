/** One thing that is wrong in a challenge's folder: where, what, and what to do about it. */
export interface Finding {
  file: string
  line: number
  problem: string
  cure: string
  /** Said, but no reason to refuse the challenge. */
  warning?: true
}

/** A text file with its name, as it stands in the folder. */
export interface SourceFile {
  file: string
  text: string
}

export function refuses(findings: readonly Finding[]): boolean {
  return findings.some(({ warning }) => !warning)
}
