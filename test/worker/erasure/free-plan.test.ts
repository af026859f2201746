import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'

import { metered } from '../../../worker/foundation/plan/metered.ts'
import { meterOf } from '../../../worker/foundation/plan/plan.ts'
import { eraseAccounts } from '../../../worker/insights/erasure/erase-accounts.ts'
import { aStudent } from '../../support/builders.ts'
import { envAt } from '../../support/client.ts'
import { askErasure } from '../../support/erasing.ts'

it('an erasure fits into a run of the free plan, beside three more queries', async () => {
  const student = await aStudent()
  const { dueAt: at } = await askErasure(student)
  const bindings = envAt(at, { PLAN: 'free' })
  const part = meterOf(bindings).part({ rest: { queries: 3, subrequests: 3 } })
  await eraseAccounts(metered(bindings, part), at)
  const erased = await env.DB.prepare('SELECT erased_at FROM accounts WHERE id = ?')
    .bind(student.id)
    .first<number | null>('erased_at')
  expect(erased).toBe(at.getTime())
})
