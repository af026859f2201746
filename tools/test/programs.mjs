import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'

const path = `${process.cwd()}/node_modules/.bin:${process.env.PATH}`

/** Runs a test runner to its end; the results are in its report, whatever its exit code. */
export async function runTool(command, args) {
  const child = spawn(`node_modules/.bin/${command}`, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PATH: path },
  })
  // It would go on if only this process were ended.
  const end = () => child.kill('SIGTERM')
  process.on('exit', end)
  await once(child, 'exit')
  process.off('exit', end)
}

/** The ports of test/e2e/support/origins.ts, with the options of each instance. */
const asked = [
  { port: 8798, words: ['--empty'] },
  { port: 8799, words: [] },
]

/**
 * Starts the two instances for the journeys. `ready` waits for both. If one exits before it is
 * ready, it has printed why; Playwright then tries to start it and reports the failure.
 */
export function startInstances() {
  const instances = asked.map(({ port, words }) => {
    const child = spawn(process.execPath, ['tools/start.mjs', '--reset', ...words], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, PORT: String(port) },
    })
    return { port, child, ended: once(child, 'exit') }
  })
  const end = () => {
    for (const { child } of instances) child.kill('SIGTERM')
  }
  process.on('exit', end)
  return {
    ready: () => Promise.all(instances.map(untilReady)),
    async stop() {
      end()
      await Promise.all(instances.map(({ ended }) => ended))
    },
  }
}

async function untilReady({ port, child }) {
  while (child.exitCode === null) {
    const answer = await fetch(`http://localhost:${port}/dev/ready`).catch(() => undefined)
    if (answer?.ok) return
    await wait(250)
  }
}
