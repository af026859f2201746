// Plain JavaScript without our own imports: it must run, and refuse clearly, on any Node.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createConnection } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

const asked = process.argv.slice(2)
const port = Number(process.env.PORT ?? 8787)
const origin = `http://localhost:${port}`
const home = port === 8787 ? '.local' : `.local/${port}`
const node = 'node_modules/.bin/node'
const wrangler = 'node_modules/wrangler/bin/wrangler.js'
let server
const isDev = asked.includes('--dev')
const quiet = {
  WRANGLER_SEND_METRICS: 'false',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  WRANGLER_LOG_PATH: `${home}/wrangler-logs`,
  NO_COLOR: '1',
}

if (Number(process.versions.node.split('.')[0]) < 20) {
  refuse(`Mettle needs Node 20 or newer; this is ${process.version}. Get it at https://nodejs.org`)
}
const unknown = asked.find((word) => !['--reset', '--empty', '--dev'].includes(word))
if (unknown)
  refuse(`"${unknown}" is not known. There are --reset (start over) and --empty (no demo).`)
if (!Number.isInteger(port) || port < 1 || port > 65_535)
  refuse(`PORT=${process.env.PORT} is no port.`)

mkdirSync(home, { recursive: true })
endLeftOver()
if (await answers()) {
  refuse(`Port ${port} is taken. Stop the program that uses it, or run: PORT=8788 npm start`)
}
if (asked.includes('--reset')) {
  console.log('Starting over: the local data goes, the keys stay.')
  for (const part of ['v3', 'migrated', 'published', 'server.json']) {
    rmSync(`${home}/${part}`, { recursive: true, force: true })
  }
}

step('node_modules/.installed', ['package-lock.json'], 'Installing (a minute or two, once)…', () =>
  run(npm(), ['ci', '--no-audit', '--no-fund', '--loglevel=error']),
)
if (!existsSync(node))
  refuse('Node 24 was not installed. Run: npm rebuild --ignore-scripts=false node')
step(
  'dist/.built',
  ['web', 'tools/draw-badges.ts', 'tools/badges', 'scenarios/rubrics', 'package-lock.json'],
  'Building the pages…',
  () => run(npm(), ['run', '--silent', 'build']),
)
keys()
step(`${home}/migrated`, ['migrations'], 'Preparing the database…', () =>
  run(
    node,
    [wrangler, 'd1', 'migrations', 'apply', 'mettle', '--local', '--persist-to', home],
    'ignore',
  ),
)

console.log('Starting…')
server = spawn(
  node,
  [wrangler, 'dev', 'worker/dev.ts', '-c', 'wrangler.toml', '-c', 'worker/signer/wrangler.toml']
    .concat(['--ip', '127.0.0.1', '--port', String(port), '--inspector-port', '0'])
    .concat(['--var', 'ENVIRONMENT:local', '--var', `APP_ORIGIN:${origin}`])
    .concat(['--persist-to', home, '--log-level', 'error', '--show-interactive-dev-session=false']),
  // A group of its own: killing wrangler alone leaves workerd on the port.
  { detached: true, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...quiet } },
)
writeFileSync(`${home}/server.json`, JSON.stringify({ starter: process.pid, group: server.pid }))
server.on('exit', (code) => process.exit(code ?? 0))
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end)

for (let tries = 0; !(await isReady()); tries++) {
  if (tries > 300) (end(), refuse('The server did not start within 60 seconds.'))
  await wait(200)
}
step(
  `${home}/published`,
  ['scenarios', 'worker/scenarios', 'worker/skills'],
  'Publishing the challenges…',
  () => run(node, ['tools/scenarios.ts', 'publish', '--origin', origin, '--quiet']),
)
if (asked.includes('--empty')) {
  console.log('No demo was made. For the first admin: npm run setup')
} else {
  await seed()
}
if (isDev) develop()

console.log(`
Mettle runs at ${isDev ? 'http://localhost:5173' : origin}

  Sign in      ${origin}/sign-in   (the demo people are listed there: one press each)
  Mail         ${origin}/dev/mail  (nothing leaves this machine)
  Stop         Ctrl+C              (your data is kept; npm start -- --reset starts over)
`)

// Nothing fires cron triggers on a laptop, so the minute is ours to tick.
const tick = () => fetch(`${origin}/cdn-cgi/handler/scheduled?cron=*+*+*+*+*`).catch(() => {})
setInterval(() => void tick(), 60_000)

async function seed() {
  console.log('Looking after the demo programme (half a minute the first time)…')
  const response = await fetch(`${origin}/dev/seed`, { method: 'POST', headers: { origin } })
  if (!response.ok) (end(), refuse(`The demo could not be made: ${await response.text()}`))
  const { seeded } = await response.json()
  console.log(seeded ? 'A demo programme is ready.' : 'Your data is as you left it.')
}

/** Pages from Vite, with hot reload, beside the same Worker. */
function develop() {
  const vite = spawn(
    node,
    ['node_modules/vite/bin/vite.js', 'web', '--port', '5173', '--strictPort'],
    {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, METTLE_WORKER: origin },
    },
  )
  vite.on('exit', (code) => (end(), process.exit(code ?? 0)))
  process.on('exit', () => vite.kill())
}

function answers() {
  return new Promise((resolve) => {
    const socket = createConnection(
      { port, host: '127.0.0.1' },
      () => (socket.destroy(), resolve(true)),
    )
    socket.on('error', () => resolve(false))
  })
}

async function isReady() {
  if (!(await answers())) return false
  const response = await fetch(`${origin}/dev/mail`).catch(() => undefined)
  return response?.ok === true
}

function npm() {
  return process.platform === 'win32' ? 'npm.cmd' : 'npm'
}

function run(command, args, output = 'inherit') {
  const stdio = ['ignore', output, 'inherit']
  const { status } = spawnSync(command, args, { stdio, env: { ...process.env, ...quiet, CI: '1' } })
  if (status !== 0) {
    if (server) end()
    refuse(`${command} ${args.slice(0, 3).join(' ')} … failed; its message stands above.`)
  }
}

/** Does a step when the files it reads have changed since it was last done. */
function step(mark, sources, line, work) {
  const list = ['ls-files', '-co', '--exclude-standard', '-z', '--', ...sources]
  const { status, stdout } = spawnSync('git', list, { encoding: 'utf8', maxBuffer: 1 << 26 })
  if (status !== 0) refuse('Mettle needs git, and a clone made with it: git clone <address>')
  const hash = createHash('sha256')
  // What lies there, committed or not: a new migration counts before it is added.
  for (const file of new Set(stdout.split('\0').filter(existsSync))) {
    hash.update(file).update(readFileSync(file))
  }
  const now = hash.digest('hex')
  if (existsSync(mark) && readFileSync(mark, 'utf8') === now) return
  console.log(line)
  work()
  writeFileSync(mark, now)
}

/** Keys of this machine only, made once. `dev` marks them: production refuses to start with one. */
function keys() {
  const fresh = () => {
    const bytes = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('hex')
    return JSON.stringify({ dev: true, current: '1', keys: { 1: bytes } })
  }
  const files = {
    '.dev.vars': ['SIGN_IN_PEPPER', 'EMAIL_INDEX_KEY', 'PSEUDONYM_KEY'],
    'worker/signer/.dev.vars': ['ISSUER_SEEDS'],
  }
  for (const [file, names] of Object.entries(files)) {
    if (existsSync(file)) continue
    const lines = names.map((name) => `${name}='${fresh()}'\n`)
    writeFileSync(file, lines.join(''), { mode: 0o600 })
  }
}

/** A start that was killed hard may have left its server behind; one whose start still lives is in use. */
function endLeftOver() {
  const mark = `${home}/server.json`
  if (!existsSync(mark)) return
  const { starter, group } = JSON.parse(readFileSync(mark, 'utf8'))
  if (alive(starter))
    refuse(`Mettle already runs at ${origin} (or its last start still ends: try again).`)
  if (alive(-group)) process.kill(-group, 'SIGKILL')
  rmSync(mark, { force: true })
}

function alive(id) {
  try {
    return process.kill(id, 0)
  } catch {
    return false
  }
}

function end() {
  rmSync(`${home}/server.json`, { force: true })
  if (server?.pid && alive(-server.pid)) process.kill(-server.pid)
}

function refuse(line) {
  console.error(`\n${line}\n`)
  process.exit(1)
}
