/** One fault in a challenge's folder: where, what, and what to do about it. */
export interface Finding {
  file: string
  line: number
  problem: string
  cure: string
  /** Reported, but the challenge is not refused for it. */
  warning?: true
}

/** A text file of the folder, with its name. */
export interface SourceFile {
  file: string
  text: string
}

export function refuses(findings: readonly Finding[]): boolean {
  return findings.some(({ warning }) => !warning)
}
