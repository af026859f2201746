import type { InferInput } from 'valibot'

import type { JoinProgrammeInput } from '../../../worker/organizations/people/join-programme-input.ts'
import { unwrap } from '../../lib/http/response.ts'
import { api } from '../../lib/http/api.ts'
import { useAct } from '../../lib/page/context.ts'
import { returnPath } from '../../lib/router/return-path.ts'
import type { Session } from '../../lib/reader/session.ts'
import { welcomePath } from '../../lib/reader/where-first.ts'
import { useSwitch } from '../../lib/page/switch.ts'

/** Which of the two ways to join was tried last. */
export type Tried = 'code' | 'open' | undefined

const cameFrom = () => new URLSearchParams(location.search).get('to')

/** Joins a programme and then acts in it, on its home page or the one somebody was on their way to. */
export function useJoining() {
  const switching = useSwitch(returnPath(cameFrom()))
  return useAct(async (json: InferInput<typeof JoinProgrammeInput>, options) => {
    const joined = await unwrap(api.programmeMemberships.index.$post({ json }, options))
    await switching.run(joined.membershipId)
    return joined
  })
}

/** Whether somebody pressed to join, was asked who they are, and has come back. */
export const isBack = (): boolean => new URLSearchParams(location.search).has('back')

/** This page again, with what was chosen on it and where it leads. */
export function joinPath(chosen: Record<string, string>): string {
  const to = cameFrom()
  return `/join?${new URLSearchParams({ ...chosen, back: '', ...(to && { to }) })}`
}

/** Where somebody must go first, because it is not known yet who they are; undefined where it is. */
export function askFirst({ account }: Session, role: string, back: string): string | undefined {
  const isKnown = account.complete && (role !== 'student' || account.birthYearKnown)
  return isKnown ? undefined : welcomePath(back, role)
}
