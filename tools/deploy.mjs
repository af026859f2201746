// `npm run deploy`: builds and checks both Workers, then sends them to Cloudflare. `-- --dry-run`
// stops before that.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

import { run } from './ready.mjs'
import { build, databases, install } from './start/prepare.mjs'

install()
const dryRun = process.argv.includes('--dry-run')
const wrangler = 'node_modules/wrangler/bin/wrangler.js'
const workers = [
  {
    name: 'mettle-signer',
    config: 'worker/signer/wrangler.toml',
    secrets: ['ISSUER_SEEDS', 'WRAPPING_KEYS'],
    most: 60,
  },
  {
    name: 'mettle',
    config: 'wrangler.toml',
    secrets: ['SIGN_IN_PEPPER', 'EMAIL_INDEX_KEY', 'PSEUDONYM_KEY', 'MAIL_API_KEY'],
    most: 480,
  },
]

build()
for (const worker of workers) pack(worker)
if (dryRun) {
  console.log('\nBoth Workers are ready to deploy. Nothing was sent.')
  process.exit(0)
}

for (const { name, config, secrets } of workers) {
  const { stdout } = spawnSync('node', [wrangler, 'secret', 'list', '-c', config], {
    encoding: 'utf8',
  })
  const missing = secrets.filter((secret) => !stdout?.includes(secret))
  if (missing.length > 0) {
    console.log(
      `${name} needs these secrets: ${missing.join(', ')}. Set each: npx wrangler secret put <name> -c ${config}`,
    )
  }
}
console.log('Updating the databases…')
for (const { name, config } of databases) {
  const apply = [wrangler, 'd1', 'migrations', 'apply', name, '-c', config, '--remote']
  if (run('node', apply) !== 0) process.exit(1)
}
for (const { config } of workers) if (run('node', deploy(config)) !== 0) process.exit(1)

/**
 * Minified, but wrangler keeps function names, so that a logged error still names our functions.
 */
function deploy(config) {
  return [wrangler, 'deploy', '-c', config, '--minify']
}

/** Bundles a Worker as a deploy would, and compares it with its budget in kilobytes. */
function pack({ name, config, most }) {
  const out = `${process.cwd()}/.local/deploy/${name}`
  const args = [...deploy(config), '--dry-run', '--outdir', out]
  const env = { ...process.env, WRANGLER_SEND_METRICS: 'false', CI: '1' }
  const { status, stderr } = spawnSync('node', args, { encoding: 'utf8', env })
  if (status !== 0) {
    console.error(`${name} cannot be deployed:\n${stderr}`)
    process.exit(1)
  }
  const bundle = readFileSync(`${out}/index.js`)
  const kilobytes = gzipSync(bundle, { level: 9 }).length / 1000
  console.log(`${name}: ${kilobytes.toFixed(0)} kB compressed, ${most} at most`)
  if (kilobytes > most) process.exit(1)
}
