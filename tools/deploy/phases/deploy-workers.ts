import { rmSync } from 'node:fs'

import { contentOf } from '../pack.ts'
import type { Run } from '../run.ts'
import { type Secrets, fingerprint, namesOnWorker, readSecrets, writeSecrets } from '../secrets.ts'
import { type Worker, workers } from '../workers.ts'
import { beforeOf } from './bookmark.ts'

interface Deployment {
  versions: { version_id: string }[]
}

export interface Live {
  version: string
  /** The hash of what was deployed. */
  tag: string | undefined
  /** Which commit it was. */
  message: string | undefined
}

/** Deploys each Worker whose code, settings or secrets are not what runs: the signer first. */
export function deployWorkers(run: Run): void {
  for (const worker of workers) {
    const { name } = worker
    const content = contentOf(run, worker)
    const { pending, changed } = pendingSecrets(run, worker)
    const live = liveVersion(run, worker)
    if (live?.tag === content && Object.keys(pending).length === 0) {
      run.say(`${name}: runs this version`)
      continue
    }
    const before = beforeOf(run)
    if (live) before.versions = { [name]: live.version, ...before.versions }
    before.changedSecrets = [...new Set([...(before.changedSecrets ?? []), ...changed])]
    run.save()
    send(run, worker, { content, pending })
    run.say(`${name}: deployed`)
  }
}

function send(
  run: Run,
  { name }: Worker,
  { content, pending }: { content: string; pending: Secrets },
) {
  const args = ['deploy', '-c', run.configOf(name), '--tag', content]
  args.push('--message', `commit ${run.commit}`)
  const file = `${run.secretsOf(name)}.given`
  const isGiving = Object.keys(pending).length > 0
  try {
    if (isGiving) {
      writeSecrets(file, pending)
      args.push('--secrets-file', file)
    }
    run.wrangler.run(args)
  } finally {
    rmSync(file, { force: true })
  }
  noteGiven(run, pending)
}

function noteGiven(run: Run, secrets: Secrets): void {
  const prints = Object.entries(secrets).map(([name, text]) => [name, fingerprint(text)])
  run.recorded.given = { ...run.recorded.given, ...Object.fromEntries(prints) }
  run.save()
}

/**
 * The secrets that the Worker lacks, or that were changed on this computer since it gave them. What
 * another computer gave since then is left alone. `changed`: the names of those that it has.
 */
function pendingSecrets(run: Run, worker: Worker): { pending: Secrets; changed: string[] } {
  const there = namesOnWorker(run, worker)
  const { given = {} } = run.recorded
  const known = Object.entries(readSecrets(run, worker))
  // Given by another computer, or by a run whose end was lost: it is the one that we have.
  const isUnnoted = ([name]: [string, string]) => there.includes(name) && given[name] === undefined
  noteGiven(run, Object.fromEntries(known.filter(isUnnoted)))
  const isPending = ([name, text]: [string, string]) =>
    !there.includes(name) || run.recorded.given?.[name] !== fingerprint(text)
  const pending = Object.fromEntries(known.filter(isPending))
  return { pending, changed: Object.keys(pending).filter((name) => there.includes(name)) }
}

/** The version that runs, or undefined if there is no such Worker. */
export function liveVersion(run: Run, { name }: Worker): Live | undefined {
  const ask = ['deployments', 'status', '--name', name, '--json']
  const status = run.wrangler.jsonIfThere(ask) as Deployment | undefined
  if (!status) return undefined
  const version = status.versions[0]?.version_id ?? ''
  const view = run.wrangler.json(['versions', 'view', version, '--name', name, '--json'])
  const { annotations = {} } = view as { annotations?: Record<string, string> }
  return { version, tag: annotations['workers/tag'], message: annotations['workers/message'] }
}
