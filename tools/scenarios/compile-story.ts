import { Compiler, CompilerOptions } from 'inkjs/full'

import type { ChallengeFolder } from './source/challenge-folder.ts'

/** Compiles ink in Node, because the Worker contains only the runtime. */
export function compileStory(source: string): ChallengeFolder['compiled'] {
  const errors: { line: number; message: string }[] = []
  const note = (message: string) => {
    const [, line = '1', said = message] = /line (\d+): (.*)/.exec(message) ?? []
    errors.push({ line: Number(line), message: said })
  }
  try {
    const options = new CompilerOptions(null, [], false, note)
    const json = new Compiler(source, options).Compile().ToJson()
    if (errors.length === 0 && json) return { story: JSON.parse(json) }
  } catch (error) {
    // If the compiler reported no error, the message of its exception is the only one.
    if (errors.length === 0) note(error instanceof Error ? error.message : 'unknown')
  }
  return { errors }
}
