import type { Person } from './builders.ts'
import { mailbox } from './mailbox.ts'
import { settle } from './settle.ts'

export const days = (from: Date, count: number) => new Date(from.getTime() + count * 86_400_000)

/** Asks for an erasure and runs its notes. Returns the token of the mailed link. */
export async function askErasure(person: Pick<Person, 'client' | 'email'>, at = new Date()) {
  const asked = await person.client.at(at).post('/api/erasure', {})
  if (asked.status !== 201) throw new Error(`Erasure: ${asked.status} ${asked.text}`)
  await settle(at)
  return { token: linkFor(person.email), dueAt: new Date(asked.body.dueAt) }
}

/** The token of the last link to undo an erasure that an address got. */
export function linkFor(address: string): string {
  const tokens = mailbox.flatMap(({ to, text }) =>
    to === address ? (/\/erasures\/([\w-]{43})/.exec(text)?.[1] ?? []) : [],
  )
  return tokens.at(-1) ?? ''
}
