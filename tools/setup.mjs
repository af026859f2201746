// `npm run setup`: makes a token with which one person becomes the first admin. `-- --remote` for a
// deployed instance. `-- --recover` for another admin of the operator, if the only one has lost
// their address.
import { spawnSync } from 'node:child_process'

import { deployed } from './setup/deployed.mjs'
import { firstAdminToken, linkText } from './setup/first-admin.mjs'
import { recoveryText, recoveryToken } from './setup/recovery.mjs'
import { findPort } from './start/instance.mjs'

// `environment.mjs` reads PORT when it is imported.
process.env.PORT ??= String(findPort())
const { answers, home, origin: local } = await import('./start/environment.mjs')
const { install, migrate } = await import('./start/prepare.mjs')

install()
const wrangler = process.env.METTLE_WRANGLER ?? 'node_modules/wrangler/bin/wrangler.js'
const remote = process.argv.includes('--remote')
const recover = process.argv.includes('--recover')
// Before the first start there is no database yet.
if (!remote) migrate()
const instance = remote ? deployed() : { origin: local }
const { token, hash, sql } = recover ? recoveryToken(Date.now()) : firstAdminToken(Date.now())
const where = remote ? ['-c', instance.config, '--remote'] : ['--local', '--persist-to', home]
const { status, stdout, stderr } = spawnSync(
  'node_modules/.bin/node',
  [wrangler, 'd1', 'execute', 'DB', ...where, '--json', '--command', sql],
  { encoding: 'utf8', env: { ...process.env, CI: '1', WRANGLER_SEND_METRICS: 'false' } },
)
if (status !== 0) {
  console.error(`\nWe could not write to the database.\n\n${stderr || stdout}`)
  process.exit(1)
}
if (!stdout.includes(hash)) {
  console.error(
    recover
      ? `\nThis instance has no programme yet. Run: npm run setup${remote ? ' -- --remote' : ''}\n`
      : '\nThis instance already has an admin. Sign in as an admin to invite others. If the only admin\n' +
          `cannot sign in, run: npm run setup -- --recover${remote ? ' --remote' : ''}\n`,
  )
  process.exit(1)
}
console.log((recover ? recoveryText : linkText)(instance.origin, token))
if (!remote && !(await answers()))
  console.log(`Mettle is not running here. Before you open the link, start it: ${startCommand()}\n`)

function startCommand() {
  const words = process.env.PORT === '8787' ? '' : `PORT=${process.env.PORT} `
  return `${words}npm start -- --empty`
}
