import { expect, it } from 'vitest'

import { fromHex } from '../../../worker/foundation/crypto/encoding.ts'
import { pseudonymOf } from '../../../worker/talent/card/pseudonym.ts'
import { agreesWithCases } from '../../support/cases.ts'

interface Case {
  keyHex: string
  keyId: string
  employerId: string
  studentId: string
}

agreesWithCases<Case, { pseudonym: string }>('pseudonym', async (input, expected) => {
  const key = { id: input.keyId, bytes: fromHex(input.keyHex) }
  expect(await pseudonymOf(key, input.employerId, input.studentId)).toBe(expected.pseudonym)
})

it('gives another pseudonym for another employer and for another key', async () => {
  const bytes = fromHex('00'.repeat(32))
  const names = await Promise.all([
    pseudonymOf({ id: '1', bytes }, 'employer', 'student'),
    pseudonymOf({ id: '1', bytes }, 'another', 'student'),
    pseudonymOf({ id: '2', bytes }, 'employer', 'student'),
  ])
  expect(new Set(names).size).toBe(3)
})
