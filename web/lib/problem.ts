/** A refusal as the Worker words it (RFC 9457). Other members, such as `field`, stand beside these. */
export interface Problem {
  type: string
  title: string
  status: number
  detail?: string
  [member: string]: unknown
}

/** A call that did not succeed. `status` is 0 when no answer came at all. */
export class ApiError extends Error {
  override name = 'ApiError'

  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.title)
    this.problem = problem
  }

  get status(): number {
    return this.problem.status
  }

  /** The last part of the problem's address: `stale-version`. */
  get type(): string {
    return this.problem.type.split('/').at(-1) ?? ''
  }

  is(type: string): boolean {
    return this.type === type
  }

  /** No answer, a session to renew, a proof to give, too many calls, a fault of ours: worth another try. */
  get mayPass(): boolean {
    return [0, 401, 408, 429].includes(this.status) || this.status >= 500 || this.is(freshProof)
  }
}

export const freshProof = 'fresh-proof-needed'

/** What a rejected call threw, as an `ApiError`; a bug of ours is thrown on. */
export function refusalOf(error: unknown): ApiError {
  if (error instanceof ApiError) return error
  throw error
}

export function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'type' in body && 'title' in body
}
