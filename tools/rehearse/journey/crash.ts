import { setTimeout as wait } from 'node:timers/promises'

import { check } from '../check.ts'
import type { Person, Rehearsal } from '../person.ts'

const onItsWayMs = 5
/** The note of a mail is leased for half a minute; the cron of the next minute sends it. */
const mailedSeconds = 300

interface Crash {
  /** Whom the admin invites at that moment. */
  email: string
  /** Whether the answer has arrived: the write is done then, but its mail may not be sent. */
  isAnswered: boolean
}

/**
 * Kills both Workers while an invitation is on its way, and starts them with the same data and
 * secrets. The browser sends the same request again, as it does when an answer is lost: the person
 * is invited once, by one mail.
 */
export async function crash(
  { instance, provider }: Rehearsal,
  admin: Person,
  { email, isAnswered }: Crash,
): Promise<void> {
  const key = crypto.randomUUID()
  const invite = () => admin.post('/api/invitations', { emails: [email], role: 'student' }, { key })
  const asked = invite()
  const outcome = asked.catch(() => undefined)
  await (isAnswered ? asked : wait(onItsWayMs))
  instance.kill()
  await outcome
  const away = await admin.ask('GET', '/sign-in').catch(() => undefined)
  check(away === undefined, 'Something still answers after kill -9.')

  await instance.start()
  await invite()
  await provider.read(email, /\/invitations\/([\w-]{43})$/m, mailedSeconds)
  const { invitations } = await admin.get('/api/invitations')
  const held = invitations.filter((one: { email: string }) => one.email === email)
  check(held.length === 1, `There are ${held.length} invitations: ${JSON.stringify(held)}`)
  const mails = provider.mails.filter(({ to }) => to === email)
  check(mails.length === 1, `${mails.length} mails came.`)
}

/** Sessions still hold, and sealed words still open. */
export async function isTheSame(people: readonly Person[]): Promise<void> {
  for (const person of people) {
    const { name } = await person.get('/api/account')
    check(name === person.name, `The name of ${person.name} opens as ${name}.`)
  }
}
