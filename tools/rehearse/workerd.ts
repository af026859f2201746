// Runs both Workers as they were packed, in workerd, until it is killed. Its arguments: the folder of
// the rehearsal, the port to listen on (0: any), the port of the mail provider's stand-in.
import { join } from 'node:path'

import { convertV4MiniflareOptions, Miniflare } from 'miniflare'
import {
  unstable_getMiniflareWorkerOptions as readConfiguration,
  unstable_splitSqlQuery as split,
} from 'wrangler'

import { workers } from '../deploy/workers.ts'
import { bundleOf, configOf, readCertificate, readSecrets, type WorkerName } from './home.ts'
import type { Asked } from './instance.ts'

const [home = '', port = '0', providerPort = ''] = process.argv.slice(2)
const { key, certificate } = readCertificate(home)
const minuteMs = 60_000

const miniflare = new Miniflare(
  convertV4MiniflareOptions({
    host: '127.0.0.1',
    port: Number(port),
    https: true,
    httpsKey: key,
    httpsCert: certificate,
    cf: false,
    // Where wrangler keeps the data of `--persist-to`.
    resourcePersistencePath: join(home, 'v3'),
    handleStructuredLogs: ({ level, message }) => console.log(level, message),
    // Requests go to the first one.
    workers: workers.toReversed().map(({ name }) => optionsOf(name)),
  }),
)
const { port: given } = await miniflare.ready
const worker = await miniflare.getWorker('mettle')

// A deploy's cron runs each minute. The rehearsal can ask for a run in between.
setInterval(() => void tick(), minuteMs)
process.on('message', (asked: Asked) => void take(asked).then(() => process.send?.('done')))
process.on('disconnect', () => process.exit())
process.send?.(Number(given))

/** SQL for the main database, or a run of the cron. */
function take(asked: Asked): Promise<void> {
  return 'sql' in asked ? execute(asked.sql) : tick()
}

async function tick(): Promise<void> {
  await worker.scheduled({ cron: '* * * * *' })
}

/** In this workerd, as D1 takes SQL beside a Worker: a second one would find the file locked. */
async function execute(sql: string): Promise<void> {
  const db = await miniflare.getD1Database('DB', 'mettle')
  await db.batch(split(sql).map((statement) => db.prepare(statement)))
}

/** Bindings and variables are read from the configuration that a deploy sends. */
function optionsOf(name: WorkerName) {
  const configured = readConfiguration(configOf(home, name)).workerOptions
  // Every request is for the main Worker, so its route is not needed.
  const { modulesRules: _, rootPath: __, routes: ___, bindings, ...options } = configured
  const folder = bundleOf(home, name)
  return {
    ...options,
    name,
    modules: [{ type: 'ESModule' as const, path: join(folder, 'index.js') }],
    modulesRoot: folder,
    // Secrets last: a `.dev.vars` of this computer is read with the configuration.
    bindings: Object.assign({}, bindings, readSecrets(home, name)),
    outboundService: (request: Request) => toStandIn(request),
  }
}

/** Nothing leaves this computer: every outgoing request goes to the stand-in. */
async function toStandIn(request: Request): Promise<Response> {
  const headers = new Headers(request.headers)
  headers.set('x-asked-for', request.url)
  const { method } = request
  const body = method === 'GET' ? undefined : await request.arrayBuffer()
  return fetch(`http://127.0.0.1:${providerPort}`, { method, headers, ...(body && { body }) })
}
