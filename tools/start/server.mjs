import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'

import { home, node, origin, port, quiet, refuse } from './environment.mjs'

const mark = `${home}/server.json`
const wrangler = 'node_modules/wrangler/bin/wrangler.js'
let server

/**
 * Starts both Workers in a process group of their own, so that workerd ends with the process that
 * started it. With `watch`, a change of their files is served at once.
 */
export function startServer({ watch }) {
  const command = watch ? watching() : ['tools/start/serve.ts', home, String(port), origin]
  const env = { ...process.env, ...quiet }
  server = spawn(node, command, { detached: true, stdio: ['ignore', 'inherit', 'inherit'], env })
  writeFileSync(mark, JSON.stringify({ starter: process.pid, group: server.pid }))
  server.on('exit', (code) => process.exit(code ?? 0))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, endServer)
}

export function endServer() {
  rmSync(mark, { force: true })
  if (server?.pid && isAlive(-server.pid)) process.kill(-server.pid)
}

/**
 * Ends the server that a killed `npm start` left running. Refuses if that `npm start` still runs.
 */
export function endLeftOver() {
  if (!existsSync(mark)) return
  const { starter, group } = JSON.parse(readFileSync(mark, 'utf8'))
  if (isAlive(starter))
    refuse(`Mettle is already running at ${origin}. To stop it, press Ctrl+C where you started it.`)
  if (isAlive(-group)) process.kill(-group, 'SIGKILL')
  rmSync(mark, { force: true })
}

function isAlive(id) {
  try {
    return process.kill(id, 0)
  } catch {
    return false
  }
}

/** Wrangler bundles a changed file again. It reads all files again and again to see that, so only `npm run dev` uses it. */
const watching = () =>
  [wrangler, 'dev', 'worker/dev.ts', '-c', 'wrangler.toml', '-c', 'worker/signer/wrangler.toml']
    .concat(['--ip', '127.0.0.1', '--port', String(port), '--inspector-port', '0'])
    .concat(['--var', 'ENVIRONMENT:local', '--var', `APP_ORIGIN:${origin}`, '--var', 'PLAN:paid'])
    .concat(['--persist-to', home, '--log-level', 'error'])
    .concat(['--show-interactive-dev-session=false'])
