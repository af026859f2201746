/**
 * One line of canonical N-Quads. Subject and object are as written (`<…>`, `_:c14n0`,
 * `"…"^^<…>`); the predicate is without its brackets.
 */
export interface Quad {
  subject: string
  predicate: string
  object: string
}

// A line with a graph name, a fourth term, does not match: our documents have none.
const line =
  /^(<[^<>"\s]+>|_:c14n\d+) <([^<>"\s]+)> (<[^<>"\s]+>|_:c14n\d+|"(?:[^"\\]|\\.)*"(?:\^\^<[^<>"\s]+>|@[A-Za-z0-9-]+)?) \.$/u

/** Reads canonical N-Quads. Undefined if any line has another form. */
export function parseQuads(document: string): Quad[] | undefined {
  if (!document.endsWith('\n')) return undefined
  const quads: Quad[] = []
  for (const text of document.slice(0, -1).split('\n')) {
    const [, subject, predicate, object] = line.exec(text) ?? []
    if (!subject || !predicate || !object) return undefined
    quads.push({ subject, predicate, object })
  }
  return quads
}

/** The value of a term: the text between the quotes of a literal or the brackets of an IRI. */
export function valueOf(term: string): string {
  return /^"((?:[^"\\]|\\.)*)"/u.exec(term)?.[1] ?? term.replace(/^<(.*)>$/, '$1')
}
