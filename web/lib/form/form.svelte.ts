import type { ApiError } from '../http/problem.ts'

export interface FieldProblem {
  /** The field's id, which is the name the API knows it by. */
  field: string
  message: string
}

type Checks = Record<string, string | false | undefined>

/** What is wrong with a form, said on submit: in the summary and at each field. */
export class Form {
  problems = $state.raw<FieldProblem[]>([])

  /** Takes the words for each field that is wrong, false or nothing for the others. True when all are right. */
  accepts(checks: Checks): boolean {
    this.problems = Object.entries(checks).flatMap(([field, message]) =>
      message ? [{ field, message }] : [],
    )
    return this.problems.length === 0
  }

  at(field: string): string | undefined {
    return this.problems.find((problem) => problem.field === field)?.message
  }

  /**
   * Maps a refusal that names fields (`invalid-input`) to the words of those fields. True when every
   * one was found here, so that nothing else needs to be shown. One that names none is about the only
   * field of a form that has one.
   */
  refused(refusal: ApiError | undefined, words: Record<string, string>): boolean {
    const named: unknown = refusal?.problem['fields'] ?? []
    const only = Object.keys(words).length === 1 && refusal?.is('invalid-input')
    const fields: unknown[] =
      Array.isArray(named) && named.length > 0 ? named : only ? Object.keys(words) : []
    if (fields.length === 0) return false
    const known = fields.filter(
      (field): field is string => typeof field === 'string' && field in words,
    )
    this.problems = known.map((field) => ({ field, message: words[field] ?? '' }))
    return known.length === fields.length
  }
}
