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
  /** When the server says it may be asked again. */
  readonly retryAfterSeconds: number | undefined
  /** The same as a moment, by this device's clock. */
  readonly retryAt: Date | undefined

  constructor(problem: Problem, retryAfterSeconds?: number) {
    super(problem.title)
    this.problem = problem
    this.retryAfterSeconds = retryAfterSeconds
    this.retryAt = retryAfterSeconds ? new Date(Date.now() + retryAfterSeconds * 1000) : undefined
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

  /** Not worded by the Worker: a proxy or a filter on the way answered in its place. */
  get isForeign(): boolean {
    return this.problem.type === 'about:blank'
  }

  /** Each has a sentence of its own: none may be told as another. */
  get kind(): RefusalKind {
    if (this.status === 0 || this.status === 408) return 'no-answer'
    if (this.status === 401 && !wrongCodes.includes(this.type)) return 'signed-out'
    if (this.status === 429) return 'too-often'
    return this.status >= 500 ? 'ours' : 'refused'
  }

  /** No answer, a session to renew, a proof to give, too many calls, a fault of ours: worth another try. */
  get mayPass(): boolean {
    return this.kind !== 'refused' || this.is(freshProof)
  }
}

/**
 * `no-answer`: the network is lost. `signed-out`: the session is. `too-often` and `ours` pass with time.
 * `refused`: what was asked is not done, however often.
 */
export type RefusalKind = 'no-answer' | 'signed-out' | 'too-often' | 'ours' | 'refused'

const wrongCodes = ['code-not-accepted', 'code-over', 'code-used', 'sign-in-cookie-missing']
export const freshProof = 'fresh-proof-needed'

/** What a rejected call threw, as an `ApiError`; a bug of ours is thrown on. */
export function refusalOf(error: unknown): ApiError {
  if (error instanceof ApiError) return error
  throw error
}

/** The same where nothing may be thrown on: a bug is reported, and counts as a fault of ours. */
export function refusalFor(error: unknown): ApiError {
  if (error instanceof ApiError) return error
  reportError(error)
  return new ApiError({ type: 'about:blank', title: '', status: 500 })
}

export function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'type' in body && 'title' in body
}
