import type { ReviewInput } from '../../../worker/reviews/review/review-input.ts'
import type { Level } from './proposed-level.ts'

type Rating = ReviewInput['ratings'][number]
type Locked = Pick<Rating, 'criterion' | 'level' | 'indicators'>

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

  /** `locked`: the levels and ticks that can no longer change; null while they can. */
  constructor(
    criteria: readonly string[],
    sheet: Sheet,
    locked: () => readonly Locked[] | null = () => null,
  ) {
    this.criteria = criteria
    this.#sheet = sheet
    this.#locked = locked
  }

  get isLocked(): boolean {
    return this.#locked() !== null
  }

  get review(): ReviewInput {
    const { worked, tryNext } = this.#sheet.value
    return { ratings: this.criteria.map((criterion) => this.ratingOf(criterion)), worked, tryNext }
  }

  get currentCriterion(): string | undefined {
    return this.criteria[this.current]
  }

  ratingOf(criterion: string): Rating {
    const found = this.#sheet.value.ratings.find((rating) => rating.criterion === criterion)
    const locked = this.#locked()?.find((rating) => rating.criterion === criterion)
    return { ...(found ?? { criterion, level: null, indicators: [], reason: '' }), ...locked }
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
