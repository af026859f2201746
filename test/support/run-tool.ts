import { spawnSync } from 'node:child_process'

/** Runs a command of `tools/` to its end. Returns all that it printed. */
export function runTool(tool: string, words: string[], env: Record<string, string>) {
  const { status, stdout, stderr } = spawnSync(
    'node_modules/.bin/node',
    [`tools/${tool}.ts`, ...words],
    { encoding: 'utf8', env: { ...process.env, ...env } },
  )
  return { status, text: stdout + stderr }
}
