import { attemptScenes } from './attempts.ts'
import { collegeScenes } from './college.ts'
import { employerScenes } from './employer.ts'
import { hiringScenes } from './hiring.ts'
import { itemScenes } from './items.ts'
import { openResults } from './results.ts'
import { reviewScene } from './reviews.ts'
import { revisionScenes } from './revisions.ts'
import type { Scene } from './scene.ts'
import type { Stage } from './stage.ts'
import type { Demo } from './texts.ts'

/**
 * Plays three weeks of a college, scene by scene, up to now. `tell` hears after each scene how many
 * of how many are done.
 */
export async function playDemo(
  stage: Stage,
  demo: Demo,
  tell: (done: number, of: number) => Promise<void>,
): Promise<void> {
  const coachOf = (student: string) =>
    demo.people.mentors.find(({ coaches }) => coaches.includes(student))?.id
  const scenes: Scene[] = [
    ...collegeScenes(stage, demo),
    ...employerScenes(stage, demo),
    ...demo.attempts.flatMap((attempt) => attemptScenes(stage, attempt)),
    ...demo.attempts.flatMap((attempt) => revisionScenes(stage, attempt, coachOf(attempt.student))),
    ...demo.reviews.map((review) => reviewScene(stage, review)),
    ...itemScenes(stage, demo.items),
    ...hiringScenes(stage, demo),
  ]
  const inOrder = scenes.toSorted((a, b) => b.daysAgo - a.daysAgo)
  for (const [index, { daysAgo, what, play }] of inOrder.entries()) {
    await stage.goTo(daysAgo)
    try {
      await play()
    } catch (error) {
      throw new Error(`When ${what}: ${String(error)}`, { cause: error })
    }
    await tell(index + 1, inOrder.length)
  }
  await stage.goTo(0)
  await openResults(stage)
}
