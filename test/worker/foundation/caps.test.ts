import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'

import { auditEntry } from '../../../worker/audit/entry.ts'
import type { Call } from '../../../worker/foundation/call/call.ts'
import { newId } from '../../../worker/foundation/call/id.ts'
import { systemCall } from '../../../worker/foundation/call/system-call.ts'
import { commit, part } from '../../../worker/foundation/commit/commit.ts'
import { refuseAtCap } from '../../../worker/foundation/commit/counters.ts'

const [full, free] = [1, 9]

it.each([
  ['the minute, if that is full', [full, free, free], '20'],
  ['the hour, if that is full', [free, full, free], '1760'],
  ['the day, if that and the minute are full', [full, free, full], '70160'],
])('past a cap one waits for the end of %s', async (_, [minute, hour, day], seconds) => {
  const subject = newId()
  const call: Call = {
    ...systemCall(env, newId()),
    now: new Date('2026-11-30T04:30:40Z'),
    caps: [
      { key: `${subject} minute`, cap: minute ?? free, windowSeconds: 60 },
      { key: `${subject} hour`, cap: hour ?? free, windowSeconds: 3_600 },
      { key: `${subject} day`, cap: day ?? free, windowSeconds: 86_400 },
    ],
  }
  const once = (name: string) => {
    const own = { ...part(call, name), caps: call.caps }
    return commit(own, [auditEntry(own, 'opening.changed', subject)], { answer: null })
  }
  await once('one')

  const refusal = { headers: { 'retry-after': seconds } }
  await expect(once('two')).rejects.toMatchObject(refusal)
  await expect(refuseAtCap(call)).rejects.toMatchObject(refusal)
})
