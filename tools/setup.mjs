// `npm run setup`: makes a token with which one person becomes the first admin. `-- --remote` for a
// deployed instance.
import { spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'

import { findPort } from './start/instance.mjs'

// `environment.mjs` reads PORT when it is imported.
process.env.PORT ??= String(findPort())
const { home, origin: local } = await import('./start/environment.mjs')
const { install, migrate } = await import('./start/prepare.mjs')

install()
const remote = process.argv.includes('--remote')
// Before the first start there is no database yet.
if (!remote) migrate()
const token = randomBytes(32).toString('base64url')
const hash = createHash('sha256').update(token).digest('hex')
const day = 86_400_000

// Safe to inline: the values are hex and a number.
const sql = `INSERT INTO setup_tokens (token_hash, expires_at)
  SELECT '${hash}', ${Date.now() + day} WHERE NOT EXISTS (SELECT 1 FROM memberships WHERE role = 'admin')
  RETURNING token_hash;`
const where = remote ? ['--remote'] : ['--local', '--persist-to', home]
const { status, stdout, stderr } = spawnSync(
  'node_modules/.bin/node',
  [
    'node_modules/wrangler/bin/wrangler.js',
    'd1',
    'execute',
    'mettle',
    ...where,
    '--json',
    '--command',
    sql,
  ],
  { encoding: 'utf8', env: { ...process.env, CI: '1', WRANGLER_SEND_METRICS: 'false' } },
)
if (status !== 0) {
  console.error(`\nWe could not write to the database.\n\n${stderr || stdout}`)
  process.exit(1)
}
if (!stdout.includes(hash)) {
  console.error('\nThis instance already has an admin. Sign in as an admin to invite others.\n')
  process.exit(1)
}
const origin = remote ? 'https://<your address>' : local
console.log(`
Open this link within 24 hours, sign in and name your programme. The link works once:

  ${origin}/first-admin?token=${token}
`)
