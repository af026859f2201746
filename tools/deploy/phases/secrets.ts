import { existsSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'

import type { Run } from '../run.ts'
import { hide, madeFor, namesOnWorker, newSecret, readSecrets, writeSecrets } from '../secrets.ts'
import type { Secrets } from '../secrets.ts'
import { Stopped } from '../stopped.ts'
import { main, workers } from '../workers.ts'

/** Secrets that a mail provider gave. */
const given = [
  { name: 'MAIL_API_KEY', option: 'mail-key-file', what: 'The key of your mail provider' },
  {
    name: 'MAIL_WEBHOOK_KEY',
    option: 'mail-webhook-key-file',
    what: 'The key with which your mail provider signs its notices',
  },
] as const

/** Makes the secrets that neither this computer nor the Worker has. Phase 6 gives them to the Workers. */
export async function makeSecrets(run: Run): Promise<void> {
  const folder = dirname(run.secretsOf(main.name))
  let made = 0
  for (const worker of workers) {
    const known = readSecrets(run, worker)
    const there = namesOnWorker(run, worker)
    const missing = madeFor(worker).filter((name) => !known[name] && !there.includes(name))
    refuseNewKeys(run, folder, missing)
    const added = {
      ...Object.fromEntries(missing.map((name) => [name, newSecret()])),
      ...(worker === main && (await askForKeys(run, { known, there }))),
    }
    made += Object.keys(added).length
    if (Object.keys(added).length === 0) continue
    for (const text of Object.values(added)) hide(run, text)
    writeSecrets(run.secretsOf(worker.name), { ...known, ...added })
  }
  if (!run.recorded.keys && existsSync(folder)) {
    run.recorded.keys = { made: new Date().toISOString(), folder }
    run.save()
  }
  if (made === 0) {
    run.say('All secrets are there.')
    for (const line of missingHere(run)) run.say(line)
  } else {
    run.say(`${made} secrets are now in ${folder}, which only you can read.`)
    run.say('Keep a copy, and not where you keep backups: without it nothing can be opened.')
  }
  adviseWebhook(run)
}

/** What to do if the Workers have the secrets and this computer does not; no lines if it has. */
export function missingHere(run: Run): string[] {
  const files = workers.map(({ name }) => run.secretsOf(name)).filter((file) => !existsSync(file))
  if (files.length === 0) return []
  return [
    `The keys of this instance are on Cloudflare, but not on this computer: there is no ${files.join(' and no ')}.`,
    'Put copy A there. Without it, no key can be changed, and nothing can be restored on a new account.',
  ]
}

/** Without its notices, we do not learn which addresses mail does not reach. */
function adviseWebhook(run: Run): void {
  if (run.answers.mail !== 'http' || readSecrets(run, main)['MAIL_WEBHOOK_KEY']) return
  if (namesOnWorker(run, main).includes('MAIL_WEBHOOK_KEY')) return
  run.say(
    `Make a webhook at your mail provider, to ${run.answers.origin}/api/mail-events. Then give its key:`,
  )
  run.say('npm run deploy -- --mail-webhook-key-file <file>')
}

/** New keys for an instance that has data would leave all its personal text closed. */
function refuseNewKeys(run: Run, folder: string, missing: string[]): void {
  const { keys } = run.recorded
  if (missing.length === 0 || !keys || existsSync(folder)) return
  throw new Stopped(
    `The secrets of this instance were made on ${keys.made.slice(0, 10)}, and are not in ${folder}. Put your copy there.`,
  )
}

async function askForKeys(
  run: Run,
  { known, there }: { known: Secrets; there: string[] },
): Promise<Secrets> {
  const found: Secrets = {}
  for (const { name, option, what } of given) {
    const file = run.options[option]
    if (file) {
      if (!existsSync(file)) throw new Stopped(`There is no file ${file}.`)
      const text = readFileSync(file, 'utf8').trim()
      if (!text) throw new Stopped(`The file ${file} is empty.`)
      if (text !== known[name]) found[name] = text
    }
    const isNeeded = name === 'MAIL_API_KEY' && run.answers.mail === 'http'
    if (!isNeeded || found[name] || known[name] || there.includes(name)) continue
    if (!run.place.ask)
      throw new Stopped(`${what} is missing. Give a file that has it: --${option}`)
    const text = (await run.place.ask(`\n${what}, which is not shown here:\n> `, true)).trim()
    if (!text) throw new Stopped(`${what} is missing.`)
    found[name] = text
  }
  return found
}
