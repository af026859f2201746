import type { Keyed } from '../../foundation/crypto/secrets.ts'
import type { FoundDrawing } from './find-drawing.ts'
import { itemsAhead } from './item-draws.ts'
import { lotsOf } from './lots.ts'

interface Waiting {
  /** Submissions that this reviewer could be given. */
  real: number
  drawing: FoundDrawing
  /** Hidden items that this reviewer could be given. */
  itemsLeft: number
}

/** No page counts further. */
export const mostItemsCounted = 20

/** How many answers wait for a reviewer in a challenge, with the hidden items among them. */
export async function countWithItems(
  call: Keyed,
  offered: { reviewerId: string; challengeId: string },
  { real, drawing, itemsLeft }: Waiting,
): Promise<number> {
  if (real === 0) return 0
  if (drawing.setAside) return itemsLeft
  if (itemsLeft === 0) return real
  const lots = await lotsOf(call, offered, drawing.offers, real + itemsLeft)
  return real + itemsAhead(real, drawing, itemsLeft, lots)
}
