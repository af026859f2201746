import { parseArgs } from 'node:util'

import { checkScenarios } from './scenarios/check.ts'

const usage = `Usage:
  npm run scenarios -- check [folder …]        refuse what a challenge may not have
`

const { positionals } = parseArgs({ allowPositionals: true, options: {} })
const [command, ...folders] = positionals

if (command === 'check') process.exitCode = checkScenarios('scenarios', folders)
else {
  process.stderr.write(usage)
  process.exitCode = 2
}
