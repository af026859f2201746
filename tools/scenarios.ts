import { parseArgs } from 'node:util'

import { checkScenarios } from './scenarios/check.ts'
import { measureScenarios } from './scenarios/measure.ts'
import { publishScenarios } from './scenarios/publish.ts'
import { writeScenariosAsSql } from './scenarios/write-sql.ts'

const usage = `Usage:
  npm run scenarios -- check [folder ...]     show what is wrong in each challenge, and the cure
  npm run scenarios -- measure                measure all of them, and write docs/content/measures.md
  npm run scenarios -- publish                send them to the Mettle on this computer
                       publish --origin http://localhost:8788
                       publish --remote       write SQL for a deployed instance to .local/challenges/
`

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    origin: { type: 'string', default: 'http://localhost:8787' },
    quiet: { type: 'boolean', default: false },
    remote: { type: 'boolean', default: false },
  },
})
const [command, ...folders] = positionals
const root = 'scenarios'

if (command === 'check') process.exitCode = checkScenarios(root, folders)
else if (command === 'measure') process.exitCode = measureScenarios(root, 'docs/content')
else if (command === 'publish' && values.remote) {
  process.exitCode = await writeScenariosAsSql(root, '.local/challenges')
} else if (command === 'publish') process.exitCode = await publishScenarios(root, values)
else {
  process.stderr.write(usage)
  process.exitCode = 2
}
