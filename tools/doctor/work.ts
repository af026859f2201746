import { missingHere } from '../deploy/phases/secrets.ts'
import type { Run } from '../deploy/run.ts'
import { type Finding, bad, days, good, hours } from './finding.ts'

/** After 36 hours the job of each night has missed one. As on the page Operations. */
const backupMs = 36 * 3_600_000
/** Keys of issuers are changed each year; a month before, it is time to plan it. */
const issuerKeyDays = 335
/** The cron begins a new epoch after 29 days (docs/decisions/019-wrapping-epochs.md). */
const epochDays = 31

export function deadNotes(run: Run): Finding[] {
  const [found] = run.query<{ n: number }>(
    'SELECT count(*) AS n FROM outbox WHERE dead_at IS NOT NULL AND done_at IS NULL',
  )
  const n = found?.n ?? 0
  if (n === 0) return [good('no work was given up')]
  return [
    bad(
      `${n} pieces of work were given up`,
      `See why, and try again: ${run.answers.origin}/operations`,
    ),
  ]
}

export function mail(run: Run, now: number): Finding[] {
  const rows = run.query<{ outcome: string; n: number }>(
    `SELECT outcome, count(*) AS n FROM mail_outcomes WHERE at > ${now - 86_400_000} GROUP BY outcome`,
  )
  const count = (outcome: string) => rows.find((row) => row.outcome === outcome)?.n ?? 0
  const sent = `${count('sent')} mails were sent in 24 hours`
  if (count('quota') > 0)
    return [
      bad(
        `${sent}, and ${count('quota')} times there was no quota left`,
        'Ask your mail provider for a higher quota. Sign-in codes leave first, the rest waits.',
      ),
    ]
  const failed = count('refused') + count('unknown')
  // As on the page Operations: a single one is no alarm.
  if (failed > Math.max(1, sentShare * (failed + count('sent'))))
    return [bad(`${sent}, and ${failed} failed`, 'Look into the account of your mail provider.')]
  return [good(sent)]
}
const sentShare = 0.05

export function backupAge(run: Run, now: number): Finding[] {
  const [found] = run.query<{ at: number }>("SELECT at FROM operation_times WHERE name = 'backup'")
  const cure = 'Make one: npm run backup -- --to <folder> --remote. It should run each night.'
  if (!found) return [bad('there is no backup', cure)]
  const text = `the last backup is ${hours(now - found.at)} hours old`
  return [now - found.at > backupMs ? bad(text, cure) : good(text)]
}

export function keyAges(run: Run, now: number): Finding[] {
  const [issuer] = run.query<{ at: number | null }>(`SELECT min(active_at) AS at FROM issuer_keys
    WHERE active_at IS NOT NULL AND retired_at IS NULL AND compromised_at IS NULL`)
  const inVault = { worker: 'mettle-signer', binding: 'VAULT_DB' }
  const [epoch] = run.query<{ at: number | null }>(
    'SELECT max(made_at) AS at FROM wrapping_epochs',
    inVault,
  )
  return [
    ageOf('the oldest key that signs badges', issuer?.at, {
      now,
      most: issuerKeyDays,
      cure: 'Change it: npm run keys -- rotate issuer --remote',
    }),
    ageOf('the key that wraps the keys of people', epoch?.at, {
      now,
      most: epochDays,
      cure: 'The work of each minute should have changed it. Look at the cron trigger and the log of mettle.',
    }),
  ]
}

/** Whether this computer has the keys that the Workers have. */
export function keysHere(run: Run): Finding[] {
  const [text, cure] = missingHere(run)
  return text && cure ? [bad(text, cure)] : [good('the keys of this instance are on this computer')]
}

function ageOf(
  what: string,
  at: number | null | undefined,
  { now, most, cure }: { now: number; most: number; cure: string },
): Finding {
  if (!at) return good(`${what}: there is none yet`)
  const text = `${what} is ${days(now - at)} days old`
  return days(now - at) > most ? bad(text, cure) : good(text)
}
