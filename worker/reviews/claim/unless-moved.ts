import { Problem } from '../../foundation/call/problem.ts'
import { movedMeanwhile } from '../problems.ts'

/** Ignores moved-meanwhile: another request or tick changed the row first, so this work is void. */
export async function unlessMoved(work: Promise<unknown>): Promise<void> {
  try {
    await work
  } catch (error) {
    const { type } = movedMeanwhile().kind
    if (!(error instanceof Problem) || error.kind.type !== type) throw error
  }
}
