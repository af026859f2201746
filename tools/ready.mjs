// Plain JavaScript: the npm commands that import it run on any Node, before packages are installed.
import { spawnSync } from 'node:child_process'

/**
 * Runs a program of the toolchain, which may read from the terminal; returns its exit code.
 */
export function run(command, args, env = {}) {
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, PATH: `${process.cwd()}/node_modules/.bin:${process.env.PATH}`, ...env },
  })
  return status ?? 1
}
