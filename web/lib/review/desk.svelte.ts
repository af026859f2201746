import type { ReviewInput } from '../../../worker/reviews/review/review-input.ts'
import type { Level } from './proposed-level.ts'

type Rating = ReviewInput['ratings'][number]
export type Locked = Pick<Rating, 'criterion' | 'level' | 'indicators'>

/** Where a review is stored: a draft, or for practice only this page. */
interface Sheet {
  readonly value: ReviewInput
  write: (value: ReviewInput) => void
}

/**
 * A review being written, criterion by criterion. The step after the last criterion is the summary.
 */
export class ReviewDesk {
  /** Index of the open criterion; -1 for none. */
  current = $state(0)
  /** The text last selected in the answer, to be quoted. */
  selected = $state('')

  readonly criteria: readonly string[]
  readonly #sheet: Sheet
  readonly #locked: () => readonly Locked[] | null
  #isOwnLock = $state(false)

  /** `locked`: the levels and ticks that can no longer change; null while they can. */
  constructor(
    criteria: readonly string[],
    sheet: Sheet,
    locked: () => readonly Locked[] | null = () => null,
  ) {
    this.criteria = criteria
    this.#sheet = sheet
    this.#locked = locked
    this.#isOwnLock = this.isLocked
  }

  get isLocked(): boolean {
    return this.#locked() !== null
  }

  /** Whether the levels were locked in another tab while this page was open. */
  get isLockedElsewhere(): boolean {
    return this.isLocked && !this.#isOwnLock
  }

  /** Locks the levels here. `locking` returns nothing if that was refused. */
  async lock<Done>(locking: () => Promise<Done | undefined>): Promise<Done | undefined> {
    this.#isOwnLock = true
    const done = await locking()
    this.#isOwnLock = done !== undefined
    return done
  }

  get review(): ReviewInput {
    return this.asLocked(this.#sheet.value)
  }

  /** The given review, with a rating for every criterion, and with the locked levels and ticks. */
  asLocked({ ratings, worked, tryNext }: ReviewInput): ReviewInput {
    return withLocked(
      { ratings: this.criteria.map((id) => ratingIn(ratings, id)), worked, tryNext },
      this.#locked(),
    )
  }

  get currentCriterion(): string | undefined {
    return this.criteria[this.current]
  }

  ratingOf(criterion: string): Rating {
    const own = ratingIn(this.#sheet.value.ratings, criterion)
    return { ...own, ...this.#locked()?.find((rating) => rating.criterion === criterion) }
  }

  choose(criterion: string, level: Level): void {
    if (!this.isLocked) this.#change(criterion, { level })
  }

  tick(criterion: string, id: string, on: boolean): void {
    if (this.isLocked) return
    const others = this.ratingOf(criterion).indicators.filter((other) => other !== id)
    this.#change(criterion, { indicators: on ? [...others, id].toSorted() : others })
  }

  explain(criterion: string, words: { reason: string } | { aboveSigns: string }): void {
    this.#change(criterion, words)
  }

  comment(comments: { worked: string } | { tryNext: string }): void {
    this.#sheet.write({ ...this.review, ...comments })
  }

  /**
   * Puts the text selected in the answer into the reason, in quotation marks. False if nothing is
   * selected.
   */
  quote(): boolean {
    const criterion = this.currentCriterion
    const words = this.selected.replaceAll(/\s+/g, ' ').trim()
    if (!criterion || words === '') return false
    const { reason } = this.ratingOf(criterion)
    const before = reason === '' || /\s$/.test(reason) ? reason : `${reason} `
    this.explain(criterion, { reason: `${before}“${words}” ` })
    this.selected = ''
    return true
  }

  open(criterion: string): void {
    this.current = this.criteria.indexOf(criterion)
  }

  /** Opens the next criterion or the one before. After the last comes the summary. */
  move(by: 1 | -1): void {
    this.current = Math.max(0, Math.min(this.criteria.length, this.current + by))
  }

  #change(criterion: string, change: Partial<Rating>): void {
    const { ratings, ...comments } = this.review
    this.#sheet.write({
      ...comments,
      ratings: ratings.map((each) =>
        each.criterion === criterion ? { ...each, ...change } : each,
      ),
    })
  }
}

function ratingIn(ratings: readonly Rating[], criterion: string): Rating {
  const found = ratings.find((rating) => rating.criterion === criterion)
  return found ?? { criterion, level: null, indicators: [], reason: '' }
}

/** A review with the levels and ticks that are locked; its words stay. */
export function withLocked(review: ReviewInput, locked: readonly Locked[] | null): ReviewInput {
  const ratings = review.ratings.map((rating) => {
    return { ...rating, ...locked?.find(({ criterion }) => criterion === rating.criterion) }
  })
  return { ...review, ratings }
}
