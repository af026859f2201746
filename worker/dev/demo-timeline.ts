import { attemptScenes } from './demo-attempts.ts'
import { collegeScenes } from './demo-college.ts'
import { employerScenes } from './demo-employer.ts'
import { hiringScenes } from './demo-hiring.ts'
import { reviewScene } from './demo-reviews.ts'
import type { Stage } from './demo-stage.ts'
import type { Demo } from './demo-texts.ts'

export interface Scene {
  daysAgo: number
  /** For the sentence that says where it broke. */
  what: string
  play(): Promise<void>
}

/** Three weeks of a college, one scene after the other, up to now. */
export async function playDemo(stage: Stage, demo: Demo): Promise<void> {
  const scenes: Scene[] = [
    ...collegeScenes(stage, demo),
    ...employerScenes(stage, demo),
    ...demo.attempts.flatMap((attempt) => attemptScenes(stage, attempt)),
    ...demo.reviews.map((review) => reviewScene(stage, review)),
    ...hiringScenes(stage, demo),
  ]
  for (const { daysAgo, what, play } of scenes.toSorted((a, b) => b.daysAgo - a.daysAgo)) {
    await stage.goTo(daysAgo)
    try {
      await play()
    } catch (error) {
      throw new Error(`When ${what}: ${String(error)}`, { cause: error })
    }
  }
  await stage.goTo(0)
}
