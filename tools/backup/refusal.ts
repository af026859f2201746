/** Something that the person at the keyboard can change. Its message is all that they see. */
export class Refusal extends Error {}

/** Runs a command; prints a refusal without a trace of the stack and exits with 1. */
export async function runCommand(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    process.stderr.write(`\n${error.message}\n\n`)
    process.exitCode = 1
  }
}

export const say = (line: string) => process.stdout.write(`${line}\n`)
