/** One thing that happens in the demo's three weeks. */
export interface Scene {
  daysAgo: number
  /** Names the scene in the error message if it fails. */
  what: string
  play(): Promise<void>
}
