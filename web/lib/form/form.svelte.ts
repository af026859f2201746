import type { ApiError } from '../http/problem.ts'

export interface FieldProblem {
  /** The field's id, which is the name the API knows it by. */
  field: string
  message: string
}

export type Checks = Record<string, string | false | undefined>

/** What is wrong with a form, said on submit: in the summary and at each field. */
export class Form {
  #found = $state.raw<FieldProblem[]>([])
  #checks: (() => Checks) | undefined
  #left: FieldProblem[] = []
  /** One that is mended goes at once; it comes back on the next submit alone. */
  readonly problems = $derived.by(() => this.#stillWrong(this.#found))

  /**
   * Takes the words for each field that is wrong, false or nothing for the others. True when all are
   * right. Given as a function, it is asked again while the fields change.
   */
  accepts(checks: Checks | (() => Checks)): boolean {
    const now = typeof checks === 'function' ? checks() : checks
    const found = Object.entries(now).flatMap(([field, message]) =>
      message ? [{ field, message }] : [],
    )
    this.#say(found, typeof checks === 'function' ? checks : undefined)
    return found.length === 0
  }

  #say(found: FieldProblem[], checks?: () => Checks): void {
    this.#checks = checks
    this.#left = found
    this.#found = found
  }

  #stillWrong(found: FieldProblem[]): FieldProblem[] {
    if (!this.#checks || found.length === 0) return found
    const now = this.#checks()
    const left = this.#left.filter(({ field, message }) => now[field] === message)
    // The same list while nothing goes: a new one is read out.
    if (left.length < this.#left.length) this.#left = left
    return this.#left
  }

  at(field: string): string | undefined {
    return this.problems.find((problem) => problem.field === field)?.message
  }

  /**
   * Maps a refusal that names fields (`invalid-input`) to the words of those fields. True when every
   * one was found here, so that nothing else needs to be shown. One that names none is about the only
   * field of a form that has one. Without `until`, which is `untilChanged`,
   * the words stay until the next submit.
   */
  refused(
    refusal: ApiError | undefined,
    words: Record<string, string>,
    until: (words: Checks) => Checks | (() => Checks) = (said) => said,
  ): boolean {
    const named: unknown = refusal?.problem['fields'] ?? []
    const only = Object.keys(words).length === 1 && refusal?.is('invalid-input')
    const fields: unknown[] =
      Array.isArray(named) && named.length > 0 ? named : only ? Object.keys(words) : []
    if (fields.length === 0) return false
    const known = fields.filter(
      (field): field is string => typeof field === 'string' && field in words,
    )
    this.accepts(until(Object.fromEntries(known.map((field) => [field, words[field]]))))
    return known.length === fields.length
  }
}
