// `node tools/start/serve.ts <folder> <port> <origin>`: runs both Workers in workerd until it is
// killed, with the data in this folder. `npm start` runs it.
import { dirname, join, resolve } from 'node:path'

import { convertV4MiniflareOptions, Miniflare } from 'miniflare'
import { unstable_getMiniflareWorkerOptions as readConfiguration } from 'wrangler'

import { localWorkers } from './local-workers.ts'

const [home = '', port = '', origin = ''] = process.argv.slice(2)
/** For the main Worker. */
const variables = { ENVIRONMENT: 'local', APP_ORIGIN: origin, PLAN: 'paid' }

const miniflare = new Miniflare(
  convertV4MiniflareOptions({
    host: '127.0.0.1',
    port: Number(port),
    cf: false,
    // Where wrangler keeps the data of `--persist-to`.
    resourcePersistencePath: join(resolve(home), 'v3'),
    handleStructuredLogs: ({ level, message }) => {
      if (level === 'error') console.error(message)
    },
    workers: localWorkers.map(optionsOf),
  }),
)
await miniflare.ready

/** Bindings and secrets are read from the configuration and the `.dev.vars` beside it. */
function optionsOf({ name, config, module }: (typeof localWorkers)[number]) {
  const configured = readConfiguration(config).workerOptions
  // Every request is for the main Worker, so its route is not needed.
  const { modulesRules: _, rootPath: __, routes: ___, bindings, ...options } = configured
  return {
    ...options,
    name,
    modules: [{ type: 'ESModule' as const, path: resolve(module) }],
    modulesRoot: dirname(resolve(module)),
    bindings: Object.assign({}, bindings, name === 'mettle' ? variables : {}),
  }
}
