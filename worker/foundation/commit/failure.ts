/**
 * What a failed batch of D1 means. Local and hosted D1 report constraints with the same messages.
 */
export type Failure =
  | { kind: 'refused'; name: string }
  | { kind: 'unknown-outcome' }
  | { kind: 'overload' }
  | { kind: 'bug' }

const unknownOutcome =
  /network connection lost|code was updated|object to be reset|transient issue|client disconnected|internal error; reference/i
const overload = /overloaded|too many requests queued|exceeded timeout|limit reset/i

/**
 * Classifies an error of D1. The name of a broken CHECK or guard is its own; a UNIQUE has its full
 * list of columns (`claims.submission_id, claims.reviewer_id`), because SQLite reports nothing
 * else.
 */
export function failureOf(error: unknown): Failure {
  const message = messagesOf(error)
  const unique = /UNIQUE constraint failed: ([\w., ]+?)(?::|$)/m.exec(message)?.[1]
  const check = /CHECK constraint failed: (\w+)/.exec(message)?.[1]
  const raised = /(?:D1_ERROR: |^|Error: )(\w+): SQLITE_CONSTRAINT/m.exec(message)?.[1]
  const name = unique ?? check ?? raised
  if (name) return { kind: 'refused', name: name.trim() }
  if (unknownOutcome.test(message)) return { kind: 'unknown-outcome' }
  if (overload.test(message)) return { kind: 'overload' }
  return { kind: 'bug' }
}

/** Whether D1 did not answer, or its answer was lost. The request is fine and may succeed later. */
export function isAway({ kind }: Failure): boolean {
  return kind === 'unknown-outcome' || kind === 'overload'
}

/**
 * The messages of an error and its causes, the innermost first. Drizzle wraps D1's error in one
 * whose own message contains bound values.
 */
function messagesOf(error: unknown): string {
  const messages: string[] = []
  for (let at = error; at instanceof Error; at = at.cause) messages.push(at.message)
  return messages.toReversed().join('\n')
}
