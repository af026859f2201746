// `node tools/start/bundle-workers.ts`: makes one module of each Worker, for `serve.ts`.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

import { bundle } from '../bundle.ts'
import { localWorkers } from './local-workers.ts'

for (const { entry, module } of localWorkers) {
  mkdirSync(dirname(module), { recursive: true })
  writeFileSync(module, await bundle(entry))
}
