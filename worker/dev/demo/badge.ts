import * as v from 'valibot'

import type { Client } from './client.ts'

const Badges = v.object({
  credentials: v.array(
    v.object({ id: v.string(), skill: v.string(), publication: v.object({ version: v.number() }) }),
  ),
})

/** The latest badge of the browser's user. */
export async function badgeOf(browser: Client) {
  const { credentials } = await browser.ask(Badges, 'GET', '/api/credentials')
  const [badge] = credentials
  if (!badge) throw new Error('There is no badge yet.')
  return badge
}
