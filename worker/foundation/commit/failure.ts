/** What a failed batch of D1 means. Local and hosted D1 word a constraint alike (security.md §3). */
export type Failure =
  | { kind: 'refused'; name: string }
  | { kind: 'unknown-outcome' }
  | { kind: 'overload' }
  | { kind: 'bug' }

const unknownOutcome =
  /network connection lost|code was updated|object to be reset|transient issue|client disconnected|internal error; reference/i
const overload = /overloaded|too many requests queued|exceeded timeout|limit reset/i

/**
 * Names the constraint that broke: a CHECK's or a guard's own name, or for a UNIQUE its whole list
 * of columns (`claims.submission_id, claims.reviewer_id`), which is all that SQLite says.
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

/** D1 could not be asked, or its answer was lost: nothing is wrong with the request, and later it may do. */
export function isAway({ kind }: Failure): boolean {
  return kind === 'unknown-outcome' || kind === 'overload'
}

/** Drizzle wraps D1's error and writes bound values into its own message, so causes are read first. */
function messagesOf(error: unknown): string {
  const messages: string[] = []
  for (let at = error; at instanceof Error; at = at.cause) messages.push(at.message)
  return messages.toReversed().join('\n')
}
