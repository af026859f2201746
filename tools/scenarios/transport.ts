import { canonicalJson } from '../../worker/foundation/crypto/canonical.ts'
import { identify } from '../../worker/scenarios/challenge/challenge-version.ts'
import type { Publication } from '../../worker/scenarios/publish/publish-challenge-version.ts'
import { cutText } from './cut-text.ts'

/** A part of a publication; `receive-challenge-part.ts` in the Worker joins the parts. */
export interface Part {
  hash: string
  part: number
  parts: number
  text: string
}

// Below the limits: 64 KB for a request body, and 100 KB for one SQL statement.
const mostBodyBytes = 60_000
const mostStatementBytes = 90_000

const bytes = (text: string) => Buffer.byteLength(text)

export function partsForHttp(publication: Publication): Promise<Part[]> {
  const frame = bytes(JSON.stringify({ hash: 'f'.repeat(64), part: 12, parts: 12, text: '' }))
  return partsOf(publication, mostBodyBytes - frame, (piece) => bytes(JSON.stringify(piece)))
}

export async function statements(publication: Publication): Promise<string[]> {
  const frame = bytes(statement({ hash: 'f'.repeat(64), part: 12, parts: 12, text: '' }))
  const parts = await partsOf(publication, mostStatementBytes - frame, (piece) =>
    bytes(quoted(piece)),
  )
  return parts.map(statement)
}

async function partsOf(
  publication: Publication,
  limit: number,
  size: (piece: string) => number,
): Promise<Part[]> {
  const { hash } = await identify(publication.version)
  const pieces = cutText(canonicalJson(publication), limit, size)
  return pieces.map((text, at) => ({ hash, part: at + 1, parts: pieces.length, text }))
}

function statement({ hash, part, parts, text }: Part): string {
  return `INSERT INTO challenge_parts (hash, part, parts, text) VALUES ('${hash}', ${part}, ${parts}, ${quoted(text)}) ON CONFLICT (hash, part) DO UPDATE SET parts = excluded.parts, text = excluded.text;\n`
}

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`
