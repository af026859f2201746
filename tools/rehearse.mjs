// `npm run rehearse`. Plain JavaScript: it must run on any Node, before packages are installed. What it
// does is in tools/rehearse.ts.
import { run } from './ready.mjs'
import { install } from './start/prepare.mjs'

install()
process.exit(run('node', ['tools/rehearse.ts', ...process.argv.slice(2)]))
