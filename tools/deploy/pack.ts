import { createHash } from 'node:crypto'
import { globSync, readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { gzipSync } from 'node:zlib'

import type { Run } from './run.ts'
import { Stopped } from './stopped.ts'
import { type Worker, main } from './workers.ts'

/** Bundles a Worker as a deploy does, and compares it with its budget. */
export function pack(run: Run, { name, mostKilobytes }: Worker): void {
  run.wrangler.run(['deploy', '-c', run.configOf(name), '--dry-run', '--outdir', outOf(run, name)])
  const bundle = readFileSync(resolve(outOf(run, name), 'index.js'))
  const kilobytes = gzipSync(bundle, { level: 9 }).length / 1000
  run.say(`${name}: ${kilobytes.toFixed(0)} kB compressed, ${mostKilobytes} at most`)
  if (kilobytes > mostKilobytes) throw new Stopped(`${name} is larger than its budget.`)
}

/**
 * The hash of all that a deploy sends: bundle, settings with ids, files. It is the tag of the version
 * on Cloudflare, so any computer can see whether this is what runs.
 */
export function contentOf(run: Run, worker: Worker): string {
  const { root } = run.place
  const built = worker === main ? globSync('dist/**/*', { cwd: root }).toSorted() : []
  const files = built.filter((file) => statSync(resolve(root, file)).isFile())
  const hash = createHash('sha256')
  hash.update(readFileSync(resolve(outOf(run, worker.name), 'index.js')))
  hash.update(readFileSync(run.configOf(worker.name)))
  for (const file of files) hash.update(file).update(readFileSync(resolve(root, file)))
  return hash.digest('hex').slice(0, 16)
}

const outOf = (run: Run, name: string) => resolve(run.place.home, 'deploy', name)
