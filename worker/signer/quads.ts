/** One canonical line: terms as they are written, `<…>`, `_:c14n0` or `"…"^^<…>`. */
export interface Quad {
  subject: string
  predicate: string
  object: string
}

// A graph name would be a fourth term: no document of ours has one, so such a line is not read.
const line =
  /^(<[^<>"\s]+>|_:c14n\d+) <([^<>"\s]+)> (<[^<>"\s]+>|_:c14n\d+|"(?:[^"\\]|\\.)*"(?:\^\^<[^<>"\s]+>|@[A-Za-z0-9-]+)?) \.$/u

/** Reads canonical N-Quads; nothing if a single line has another form. */
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

/** What stands between the quotes of a literal, or between the brackets of an IRI. */
export function valueOf(term: string): string {
  return /^"((?:[^"\\]|\\.)*)"/u.exec(term)?.[1] ?? term.replace(/^<(.*)>$/, '$1')
}
