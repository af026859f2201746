// Plain JavaScript: runs programs of the toolchain for the npm commands.
import { spawnSync } from 'node:child_process'

/** Runs a program of the toolchain; returns its exit code. */
export function run(command, args, env = {}) {
  const { status } = spawnSync(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PATH: `${process.cwd()}/node_modules/.bin:${process.env.PATH}`, ...env },
  })
  return status ?? 1
}
