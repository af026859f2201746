import { setTimeout as wait } from 'node:timers/promises'

import { askHealth, problemsOf } from '../health.ts'
import type { Run } from '../run.ts'
import { Stopped } from '../stopped.ts'

/**
 * Asks the instance itself whether it works: mail, signer, vault, the work of each minute, migrations,
 * a sealed text written and read. A new address needs minutes until it answers.
 */
export async function smoke(run: Run): Promise<void> {
  const { tries, milliseconds } = run.place.patience
  let problems = await problemsNow(run)
  for (let left = tries - 1; left > 0 && problems.length > 0; left--) {
    if (left === tries - 1)
      run.say(`Waiting for ${run.answers.origin}. This can take five minutes.`)
    await wait(milliseconds)
    problems = await problemsNow(run)
  }
  if (problems.length > 0) throw new Stopped(problems.join('\n'))
  run.say('Mail, signer, vault, the work of each minute, migrations and sealed text: all are good.')
  await checkDidDocument(run)
}

async function problemsNow(run: Run): Promise<string[]> {
  const health = await askHealth(baseOf(run))
  return typeof health === 'string' ? [health] : problemsOf(health)
}

export const baseOf = ({ place, answers }: Run) => place.smokeAt ?? answers.origin

/** Badges are checked with the document of their issuer, which must be found at its address. */
async function checkDidDocument(run: Run): Promise<void> {
  const [issuer] = run.query<{ slug: string; did: string }>('SELECT slug, did FROM issuers LIMIT 1')
  if (!issuer)
    return run.say('No programme has given a badge yet, so there are no keys to look up.')
  const { slug, did } = issuer
  const response = await fetch(new URL(`/organizations/${slug}/did.json`, baseOf(run))).catch(
    () => undefined,
  )
  const document = (await response?.json().catch(() => undefined)) as { id?: string } | undefined
  const { host } = new URL(run.answers.origin)
  if (document?.id !== did || !did.startsWith(`did:web:${host}:`))
    throw new Stopped(
      `The keys of ${slug} (${did}) are not found at ${host}. Badges cannot be checked.`,
    )
  return run.say(`The keys of ${slug} are found at ${host}.`)
}
