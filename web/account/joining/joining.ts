import type { InferInput } from 'valibot'

import type { JoinProgrammeInput } from '../../../worker/organizations/people/join-programme-input.ts'
import { unwrap } from '../../lib/http/response.ts'
import { api } from '../../lib/http/api.ts'
import { useAct } from '../../lib/page/context.ts'
import { returnPath } from '../../lib/router/return-path.ts'
import { joined } from '../../lib/reader/joined.ts'
import type { Session } from '../../lib/reader/session.ts'
import { welcomePath } from '../../lib/reader/where-first.ts'
import { useSwitch } from '../../lib/page/switch.ts'
import { go } from '../../lib/router/router.svelte.ts'
import { begun } from './begun.ts'

/** Which of the two ways to join was tried last. */
export type Tried = 'code' | 'open' | undefined

export type JoinInput = InferInput<typeof JoinProgrammeInput>

const cameFrom = () => new URLSearchParams(location.search).get('to')

/** Joins a programme, acts in it, and opens its home page or the page named by `?to=`. */
export function useJoining() {
  const switching = useSwitch(returnPath(cameFrom()))
  return useAct(async (json: JoinInput, options) => {
    const answer = await unwrap(api.programmeMemberships.index.$post({ json }, options))
    joined.keep(answer.membershipId)
    await switching.run(answer.membershipId)
    return answer
  })
}

/** Whether the person is back from the profile page and still has to join. */
export const isBack = (): boolean => new URLSearchParams(location.search).has('back')

/** What somebody who is back from the profile page chose before; undefined if they must choose. */
export function chosenBefore(): JoinInput | undefined {
  const query = new URLSearchParams(location.search)
  const code = query.get('code')
  if (!isBack()) return undefined
  if (code) return { code }
  return query.get('as') === 'student' ? { open: true, role: 'student' } : undefined
}

/**
 * Asks for the profile first if it lacks what the role needs. The page at `back` then joins by
 * itself. Returns whether it asks.
 */
export function asksFirst(session: Session, role: string, back: string): boolean {
  const first = askFirst(session, role, back)
  if (!first) return false
  begun.keep(session.account.id, back)
  go(first)
  return true
}

/** The path of this page, with what was chosen and where to go afterwards. */
export function joinPath(chosen: Record<string, string>): string {
  const to = cameFrom()
  return `/join?${new URLSearchParams({ ...chosen, back: '', ...(to && { to }) })}`
}

/** The path of the profile page if the profile lacks what the role needs, else undefined. */
export function askFirst({ account }: Session, role: string, back: string): string | undefined {
  const isKnown = account.complete && (role !== 'student' || account.birthYearKnown)
  return isKnown ? undefined : welcomePath(back, role)
}
