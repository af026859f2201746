export type RefusalStatus =
  | 400
  | 401
  | 403
  | 404
  | 408
  | 409
  | 413
  | 414
  | 415
  | 422
  | 429
  | 431
  | 500
  | 503

export interface ProblemKind {
  status: RefusalStatus
  type: string
  title: string
}

type Members = Record<string, unknown>

/** A refusal for the caller to read (RFC 9457). Any other thrown error is a bug. */
export class Problem extends Error {
  override name = 'Problem'

  constructor(
    readonly kind: ProblemKind,
    readonly detail?: string,
    readonly members: Members = {},
    readonly headers: Record<string, string> = {},
  ) {
    super(kind.title)
  }
}

export type Refusal = (
  detail?: string,
  members?: Members,
  headers?: Record<string, string>,
) => Problem

const declared = new Map<string, ProblemKind>()

/** Declares a refusal. `declaredProblems` lists them all for the pages at `/problems/:type`. */
export function problem(status: RefusalStatus, type: string, title: string): Refusal {
  const kind = { status, type, title }
  declared.set(type, kind)
  return (detail, members, headers) => new Problem(kind, detail, members, headers)
}

/** Every refusal declared by the rooms loaded so far, by type. */
export function declaredProblems(): ReadonlyMap<string, ProblemKind> {
  return declared
}
