// Plain JavaScript without packages: it runs before they are installed, and on a Node that is too
// old, to say so.
import { spawn } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

import { staysEmpty } from './start/empty.mjs'
import { makeKeys } from './start/keys.mjs'
import { answers, home, node, origin, port, refuse } from './start/environment.mjs'
import { greeting } from './start/greeting.mjs'
import { build, bundleWorkers, install, migrate } from './start/prepare.mjs'
import { endLeftOver, endServer, startServer } from './start/server.mjs'
import { run, step } from './start/step.mjs'

const asked = process.argv.slice(2)
const isDev = asked.includes('--dev')
const failed = endServer

if (Number(process.versions.node.split('.')[0]) < 20) {
  refuse(
    `Mettle needs Node 20 or newer. This is ${process.version}. Get it from https://nodejs.org`,
  )
}
const unknown = asked.find((word) => !['--reset', '--empty', '--dev'].includes(word))
if (unknown)
  refuse(`There is no option "${unknown}". Use --reset to start over, or --empty to have no demo.`)
if (!Number.isInteger(port) || port < 1 || port > 65_535)
  refuse(`PORT=${process.env.PORT} is not a port. Use a number from 1 to 65535.`)

mkdirSync(home, { recursive: true })
endLeftOver()
if (await answers()) {
  refuse(`Another program uses port ${port}. Stop it, or run: PORT=8788 npm start`)
}
if (asked.includes('--reset')) {
  console.log('Starting over. This deletes the local data and keeps the keys.')
  for (const part of ['v3', 'migrated', 'published', 'empty']) {
    rmSync(`${home}/${part}`, { recursive: true, force: true })
  }
}

const isEmpty = staysEmpty(asked.includes('--empty'))
prepare()
console.log('Starting the server…')
startServer({ watch: isDev })
for (let tries = 0; !(await isReady()); tries++) {
  if (tries > 300) {
    endServer()
    refuse('The server did not start within 60 seconds.')
  }
  await wait(200)
}
publish()
if (!isEmpty) {
  console.log(`The pages can be read now: ${origin}/sign-in shows when the demo is ready.`)
  run(node, ['tools/demo.ts', '--origin', origin], { failed })
}
const marked = await fetch(`${origin}/dev/ready`, { method: 'POST', headers: { origin } })
const { hasPeople } = await marked.json()
if (isDev) develop()

console.log(
  greeting({
    pages: isDev ? 'http://localhost:5173' : origin,
    origin,
    port,
    isEmpty,
    hasPeople,
  }),
)

// Nothing fires cron triggers on a laptop, so we do each minute what they would do.
const tick = () =>
  fetch(`${origin}/dev/tick`, { method: 'POST', headers: { origin } }).catch(() => {})
setInterval(() => void tick(), 60_000)

function prepare() {
  install()
  build()
  if (!isDev) bundleWorkers()
  makeKeys()
  migrate()
}

function publish() {
  const sources = ['scenarios', 'worker/scenarios', 'worker/skills', 'tools/scenarios']
  step(`${home}/published`, sources, 'Publishing the challenges…', () =>
    run(node, ['tools/scenarios.ts', 'publish', '--origin', origin], { failed }),
  )
}

/** Starts Vite, which serves the pages with hot reload beside the same Worker. */
function develop() {
  const args = ['node_modules/vite/bin/vite.js', 'web', '--port', '5173', '--strictPort']
  const env = { ...process.env, METTLE_WORKER: origin }
  const vite = spawn(node, args, { stdio: ['ignore', 'inherit', 'inherit'], env })
  vite.on('exit', (code) => {
    endServer()
    process.exit(code ?? 0)
  })
  process.on('exit', () => vite.kill())
}

async function isReady() {
  if (!(await answers())) return false
  const response = await fetch(`${origin}/dev/mail`).catch(() => undefined)
  return response?.ok === true
}
