import { spawn } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'

const wrangler = 'node_modules/wrangler/bin/wrangler.js'
const node = 'node_modules/.bin/node'

export interface BenchServer {
  origin: string
  /** CPU seconds that workerd has used so far; wall seconds if the system does not report them. */
  cpuSeconds(): number
  /** The same in milliseconds, as exact as the system counts it. */
  cpuMs(): number
  stop(): void
}

/**
 * Starts a Worker with wrangler.toml and a database of its own; waits for an answer. `appOrigin` is
 * for a Worker that asks itself under another address.
 */
export async function startServer(
  home: string,
  port: number,
  { entry = 'tools/bench/worker.ts', appOrigin = `http://localhost:${port}` } = {},
): Promise<BenchServer> {
  const origin = `http://localhost:${port}`
  const child = spawn(
    node,
    [wrangler, 'dev', entry, '-c', 'wrangler.toml', '-c', 'worker/signer/wrangler.toml']
      .concat(['--ip', '127.0.0.1', '--port', String(port), '--inspector-port', '0'])
      .concat([
        '--var',
        'ENVIRONMENT:local',
        '--var',
        `APP_ORIGIN:${appOrigin}`,
        '--var',
        'PLAN:paid',
      ])
      .concat([
        '--persist-to',
        home,
        '--log-level',
        'error',
        '--show-interactive-dev-session=false',
      ]),
    {
      detached: true,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, NO_COLOR: '1' },
    },
  )
  const stop = () => void (child.pid && process.kill(-child.pid))
  await answering(`${origin}/bench/bare`)
  const group = child.pid ?? 0
  return { origin, cpuSeconds: () => cpuOfGroup(group), cpuMs: () => cpuMsOfGroup(group), stop }
}

async function answering(address: string): Promise<void> {
  const end = performance.now() + 60_000
  while (performance.now() < end) {
    const response = await fetch(address).catch(() => undefined)
    if (response?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error('The bench server did not start within 60 seconds.')
}

/** User and system time of all workerd processes of a process group, from /proc. */
function cpuOfGroup(group: number): number {
  if (process.platform !== 'linux') return performance.now() / 1000
  let ticks = 0
  for (const path of globSync('/proc/[0-9]*/stat')) {
    const stat = readStat(path)
    if (stat?.group === group && stat.name === 'workerd') ticks += stat.ticks
  }
  return ticks / 100
}

/** From the scheduler's own count of each thread, in nanoseconds. */
function cpuMsOfGroup(group: number): number {
  if (process.platform !== 'linux') return performance.now()
  let ms = 0
  for (const path of globSync('/proc/[0-9]*/stat')) {
    const stat = readStat(path)
    if (stat?.group !== group || stat.name !== 'workerd') continue
    for (const thread of globSync(path.replace(/stat$/, 'task/*/schedstat'))) {
      ms += Number(readFileSync(thread, 'utf8').split(' ')[0]) / 1e6
    }
  }
  return ms
}

function readStat(path: string) {
  try {
    const text = readFileSync(path, 'utf8')
    const end = text.lastIndexOf(')')
    const name = text.slice(text.indexOf('(') + 1, end)
    const fields = text.slice(end + 2).split(' ')
    return { name, group: Number(fields[2]), ticks: Number(fields[11]) + Number(fields[12]) }
  } catch {
    return undefined // The process has just ended.
  }
}
