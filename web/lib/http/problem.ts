/**
 * A refusal as the Worker sends it (RFC 9457). Extra members, such as `fields`, are beside these.
 */
export interface Problem {
  type: string
  title: string
  status: number
  detail?: string
  [member: string]: unknown
}

/** A call that failed. `status` is 0 if there was no answer. */
export class ApiError extends Error {
  override name = 'ApiError'

  readonly problem: Problem
  /** The seconds after which the server allows a retry (its Retry-After). */
  readonly retryAfterSeconds: number | undefined
  /** When a retry is allowed, by this device's clock. */
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

  /** The last part of the problem's URL: `stale-version`. */
  get type(): string {
    return this.problem.type.split('/').at(-1) ?? ''
  }

  is(type: string): boolean {
    return this.type === type
  }

  /** Whether the Worker did not answer: a proxy or filter did, or nothing. */
  get isForeign(): boolean {
    return this.problem.type === 'about:blank'
  }

  /** The kind of refusal. Each kind has its own message. */
  get kind(): RefusalKind {
    if (this.status === 0 || this.status === 408) return 'no-answer'
    if (this.status === 401 && !aboutCode.test(this.type)) return 'signed-out'
    if (this.status === 429) return 'too-often'
    return this.status >= 500 ? 'ours' : 'refused'
  }

  /**
   * Whether a retry can succeed: there was no answer, the session has ended, a proof is needed,
   * there were too many calls, or it is our fault.
   */
  get mayPass(): boolean {
    return this.kind !== 'refused' || this.is(freshProof)
  }
}

/**
 * `no-answer`: the network is lost. `signed-out`: the session has ended. `too-often`: too many
 * calls. `ours`: a fault of the server. `refused`: a retry cannot help.
 */
export type RefusalKind = 'no-answer' | 'signed-out' | 'too-often' | 'ours' | 'refused'

/** The 401s about a code, short or long, or about the cookie that belongs to it. */
const aboutCode = /code-(not-accepted|over|used)$|^sign-in-cookie-missing$/
export const freshProof = 'fresh-proof-needed'

/** What a rejected call threw, as an `ApiError`; rethrows other errors, which are bugs. */
export function refusalOf(error: unknown): ApiError {
  if (error instanceof ApiError) return error
  throw error
}

/** `refusalOf` for callers that must not throw: a bug is reported and treated as a server fault. */
export function refusalFor(error: unknown): ApiError {
  if (error instanceof ApiError) return error
  reportError(error)
  return new ApiError({ type: 'about:blank', title: '', status: 500 })
}

export function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'type' in body && 'title' in body
}
