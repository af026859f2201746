// `npm run deploy`: installs Mettle on your own Cloudflare account, or updates it. It can be run
// again at any time. `-- --help` lists its options. Plain JavaScript: it must run on any Node,
// before packages are installed.
import { run } from './ready.mjs'
import { build, install } from './start/prepare.mjs'

install()
build()
process.exit(run('node', ['tools/deploy/main.ts', ...process.argv.slice(2)]))
