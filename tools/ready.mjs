// Plain JavaScript: what `npm test` and `npm run check` need before they can start.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const mark = 'node_modules/.installed'

/** Installs if the lock file changed since the last time; on a fresh clone that is the first thing. */
export function install() {
  const now = createHash('sha256')
    .update('package-lock.json')
    .update(readFileSync('package-lock.json'))
    .digest('hex')
  if (existsSync(mark) && readFileSync(mark, 'utf8') === now) return
  console.log('Installing (a minute or two, once)…')
  const { status } = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: 'inherit',
  })
  if (status !== 0) process.exit(status ?? 1)
  writeFileSync(mark, now)
}

export const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'

/** Runs a program of the toolchain; gives its exit code. */
export function run(command, args, env = {}) {
  const { status } = spawnSync(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PATH: `${process.cwd()}/node_modules/.bin:${process.env.PATH}`, ...env },
  })
  return status ?? 1
}
