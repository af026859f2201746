import { attemptScenes } from './attempts.ts'
import { collegeScenes } from './college.ts'
import { employerScenes } from './employer.ts'
import { hiringScenes } from './hiring.ts'
import { reviewScene } from './reviews.ts'
import type { Scene } from './scene.ts'
import type { Stage } from './stage.ts'
import type { Demo } from './texts.ts'

/** Plays three weeks of a college, scene by scene, up to now. */
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
  await stage.settle()
}
