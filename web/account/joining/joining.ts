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

/** Joins a programme, acts in it, and opens its home page or the page named by `?to=`. */
export function useJoining() {
  const switching = useSwitch(returnPath(cameFrom()))
  return useAct(async (json: InferInput<typeof JoinProgrammeInput>, options) => {
    const joined = await unwrap(api.programmeMemberships.index.$post({ json }, options))
    await switching.run(joined.membershipId)
    return joined
  })
}

/** Whether the person is back from the profile page and still has to join. */
export const isBack = (): boolean => new URLSearchParams(location.search).has('back')

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
