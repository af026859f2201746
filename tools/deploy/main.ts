// `npm run deploy`, after packages and pages are there: see tools/deploy.mjs.
import { askAt } from './ask.ts'
import { install } from './install.ts'
import { readOptions, usage } from './options.ts'
import { usualPlace } from './place.ts'
import { Run } from './run.ts'
import { Stopped } from './stopped.ts'
import { undo } from './undo.ts'

process.exitCode = await main()

async function main(): Promise<number> {
  try {
    const options = readOptions(process.argv.slice(2))
    if (options.help) return say(usage)
    const ask = process.stdin.isTTY && !options['dry-run'] ? askAt(process.stdin) : undefined
    const run = new Run({ ...usualPlace(), ask }, options)
    return options.undo ? undo(run) : await install(run)
  } catch (error) {
    if (!(error instanceof Stopped)) throw error
    console.error(`\n${error.message}\n`)
    return 1
  }
}

function say(text: string): number {
  console.log(text)
  return 0
}
