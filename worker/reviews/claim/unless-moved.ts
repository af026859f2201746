import { Problem } from '../../foundation/call/problem.ts'
import { movedMeanwhile } from '../problems.ts'

/** What the clock does comes second when a person was quicker; the next tick reads what stands then. */
export async function unlessMoved(work: Promise<unknown>): Promise<void> {
  try {
    await work
  } catch (error) {
    const { type } = movedMeanwhile().kind
    if (!(error instanceof Problem) || error.kind.type !== type) throw error
  }
}
