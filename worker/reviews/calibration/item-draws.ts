/** A reviewer with this many anchored reviews is well enough measured to get fewer items. */
const measuredFrom = 8

/** Where a reviewer stands when an offer of one challenge is drawn. */
interface Drawing {
  /** Offers of this challenge that the reviewer has had. */
  offers: number
  /** Their reviews of answers whose level is known, in all challenges. */
  anchored: number
}

/**
 * Whether an offer is a hidden item: the first one in a challenge and one in six, later one in
 * twelve. `lot`: a number from 0 up to 1, drawn for this offer.
 */
export function isItem({ offers, anchored }: Drawing, lot: number): boolean {
  if (anchored >= measuredFrom) return lot < 1 / 12
  return offers === 0 || lot < 1 / 6
}

/**
 * How many hidden items will be among the next `real` answers. Pages that say how much work waits
 * add them: otherwise a reviewer could see that an item leaves as many answers waiting as before.
 * `lots` begins with the lot of the next offer.
 */
export function itemsAhead(
  real: number,
  { offers, anchored }: Drawing,
  itemsLeft: number,
  lots: readonly number[],
): number {
  let items = 0
  for (let step = 0; step - items < real && items < itemsLeft; step++) {
    const drawing = { offers: offers + step, anchored: anchored + items }
    if (isItem(drawing, lots[step] ?? 1)) items++
  }
  return items
}
