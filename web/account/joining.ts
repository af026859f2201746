import type { InferInput } from 'valibot'

import type { JoinProgrammeInput } from '../../worker/organizations/join-programme-input.ts'
import { unwrap } from '../lib/answer.ts'
import { api } from '../lib/api.ts'
import { useAct } from '../lib/context.ts'
import type { Session } from '../lib/session.ts'
import { welcomePath } from '../lib/where-first.ts'
import { useSwitch } from './switch.ts'

/** Joins a programme and then acts in it, on its home page. */
export function useJoining() {
  const switching = useSwitch()
  return useAct(async (json: InferInput<typeof JoinProgrammeInput>, options) => {
    const joined = await unwrap(api.programmeMemberships.index.$post({ json }, options))
    await switching.run(joined.membershipId)
    return joined
  })
}

/** Where somebody must go first, because it is not known yet who they are; undefined where it is. */
export function askFirst({ account }: Session, role: string, back: string): string | undefined {
  const isKnown = account.complete && (role !== 'student' || account.birthYearKnown)
  return isKnown ? undefined : welcomePath(back, role)
}
