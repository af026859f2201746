import type { ApiError } from '../http/problem.ts'

export interface FieldProblem {
  /** The field's id, which is the name the API knows it by. */
  field: string
  message: string
}

export type Checks = Record<string, string | false | undefined>

/** The errors of a form, shown on submit: in the summary and at each field. */
export class Form {
  #found = $state.raw<FieldProblem[]>([])
  #checks: (() => Checks) | undefined
  #left: FieldProblem[] = []
  /**
   * The errors shown now. The error of a corrected field disappears at once, and comes back only on
   * the next submit.
   */
  readonly problems = $derived.by(() => this.#stillWrong(this.#found))

  /**
   * `checks` has a message for each wrong field, and false or nothing for the others. Returns
   * whether all fields are right. A function is called again while the fields change.
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
    // Keeps the same array while no error goes: a new one would be read out again.
    if (left.length < this.#left.length) this.#left = left
    return this.#left
  }

  at(field: string): string | undefined {
    return this.problems.find((problem) => problem.field === field)?.message
  }

  /**
   * Shows the errors of the fields that a refusal names. If an `invalid-input` names none and the
   * form has only one field, the error is for that field. Returns whether `words` has all the
   * fields, so that nothing else needs to be shown. `until` is `untilChanged`; without it, the
   * errors stay until the next submit.
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
