/** One thing that happens in the demo's three weeks. */
export interface Scene {
  daysAgo: number
  /** For the sentence that says where it broke. */
  what: string
  play(): Promise<void>
}
