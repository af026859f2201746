import type { Call } from '../../foundation/call/call.ts'
import { redact } from '../../foundation/redactor/redact.ts'
import { findOwnVisibility, visibilityOf } from '../../talent/visibility/find-visibility.ts'

/** The caller's words, redacted so that an employer may read them before acceptance. */
export async function hideOwnIdentity(
  call: Call,
  words: string | undefined,
): Promise<string | undefined> {
  if (words === undefined) return undefined
  const [row] = await findOwnVisibility(call)
  const own = row
    ? await visibilityOf(call, row)
    : { name: '', programmeNames: [], language: call.reader.language }
  return redact(words, own.name, own.programmeNames, own.language).text
}
