import { Problem } from '../../foundation/call/problem.ts'
import { movedMeanwhile } from '../problems.ts'

/** Ignores a lost race: a person changed the row first, and the next tick reads it again. */
export async function unlessMoved(work: Promise<unknown>): Promise<void> {
  try {
    await work
  } catch (error) {
    const { type } = movedMeanwhile().kind
    if (!(error instanceof Problem) || error.kind.type !== type) throw error
  }
}
