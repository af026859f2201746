// `npm run doctor`: how the deployed instance is, at any time. It changes nothing. Plain JavaScript: it must run on any Node.
import { run } from './ready.mjs'
import { build, install } from './start/prepare.mjs'

install()
build()
process.exit(run('node', ['tools/doctor/main.ts', ...process.argv.slice(2)]))
