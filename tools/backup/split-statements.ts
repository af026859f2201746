/** What the scanner is inside of, by what began it; the value is what ends it. */
const ends: Record<string, string> = { "'": "'", '"': '"', '/*': '*/' }

/**
 * Cuts SQL into its statements, with their semicolon. Knows quotes, comments, and the bodies of triggers, which
 * have semicolons of their own. Takes lines because no mark spans two of them.
 */
export async function* splitStatements(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let [statement, inside] = ['', '']
  for await (const line of lines) {
    let at = 0
    while (at < line.length) {
      const mark = inside ? find(line, at, ends[inside] ?? '') : nextMark(line, at)
      statement += line.slice(at, mark.end)
      at = mark.end
      if (inside) inside = mark.found ? '' : inside
      else if (mark.text in ends) inside = mark.text
      else if (mark.text === ';' && isComplete(statement)) {
        yield statement
        statement = ''
      }
    }
    statement += '\n'
  }
  if (statement.trim() !== '') yield statement
}

interface Mark {
  text: string
  /** Where the text after it begins. */
  end: number
  found: boolean
}

function find(line: string, from: number, text: string): Mark {
  const index = line.indexOf(text, from)
  return { text, end: index < 0 ? line.length : index + text.length, found: index >= 0 }
}

/** The next mark outside of quotes. The rest of the line is one mark if it is a comment. */
function nextMark(line: string, from: number): Mark {
  const marks = /['";]|--|\/\*/g
  marks.lastIndex = from
  const match = marks.exec(line)
  if (!match || match[0] === '--') return { text: '', end: line.length, found: false }
  return { text: match[0], end: match.index + match[0].length, found: true }
}

/** A trigger ends with `; END;`. A `CASE` in its body ends with `END;` too, but not after a semicolon. */
function isComplete(statement: string): boolean {
  const isTrigger = /^\s*(?:--.*\n\s*)*CREATE\s+TRIGGER\b/i.test(statement)
  return !isTrigger || /;\s*(?:--.*\n\s*)*END\s*;$/i.test(statement)
}
