import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'

/** Asks questions at the terminal. What is typed as a secret is not shown. */
export function askAt(input: NodeJS.ReadStream) {
  return async (question: string, isSecret = false): Promise<string> => {
    const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
    const output = isSecret ? silent : process.stdout
    const terminal = createInterface({ input, output, terminal: true })
    terminal.on('SIGINT', () => process.exit(130))
    // While it is typed, the line is drawn again: its beginning must be known to the terminal.
    const lineStart = question.lastIndexOf('\n') + 1
    process.stdout.write(isSecret ? question : question.slice(0, lineStart))
    try {
      return await terminal.question(question.slice(lineStart))
    } finally {
      terminal.close()
      if (isSecret) process.stdout.write('\n')
    }
  }
}
