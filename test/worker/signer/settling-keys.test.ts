import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'

import type { Bindings } from '../../../worker/env.ts'
import { organizationOwner, type Owner } from '../../../worker/foundation/crypto/owner.ts'
import { settleKeys as settle } from '../../../worker/settle-keys.ts'
import { createKeys } from '../../../worker/signer/vault/create-keys.ts'
import { findUnsettled, settleKeys } from '../../../worker/signer/vault/settle-keys.ts'
import { anEmployer, aStudent } from '../../support/builders.ts'
import { anOwner, now, open, plansOf, vault, withKey } from '../../support/vault.ts'

const dayMs = 86_400_000
const later = (ms: number) => new Date(now.getTime() + ms)

it('a key is unsettled a day after it was made, and not before', async () => {
  const owner = await withKey()
  expect(await findUnsettled(vault, later(dayMs - 1))).not.toContain(owner)
  expect(await findUnsettled(vault, later(dayMs))).toContain(owner)
})

it('a key of an owner that does not exist is deleted, and can be made again', async () => {
  const owner = await withKey()
  const settled = { exist: [], missing: [owner] }
  expect(await settleKeys(vault, settled, later(dayMs - 1))).toEqual({ deleted: 0 })
  expect(await settleKeys(vault, settled, later(dayMs))).toEqual({ deleted: 1 })
  expect(await open(owner)).toEqual([])
  expect(await createKeys(vault, [owner], now)).toMatchObject({ ready: [owner] })
})

it('a key that was settled is never deleted, and not asked about again', async () => {
  const owner = await withKey()
  await settleKeys(vault, { exist: [owner], missing: [] }, later(dayMs))
  expect(await findUnsettled(vault, later(2 * dayMs))).not.toContain(owner)
  expect(await settleKeys(vault, { exist: [], missing: [owner] }, later(9 * dayMs))).toEqual({
    deleted: 0,
  })
  expect(await open(owner)).toHaveLength(1)
})

it('the key of a day is not settled: it ends by itself', async () => {
  const day: Owner = 'day:2031-05-20'
  await createKeys(vault, [day], now)
  expect(await findUnsettled(vault, later(9 * dayMs))).not.toContain(day)
  expect(await settleKeys(vault, { exist: [], missing: [day] }, later(9 * dayMs))).toEqual({
    deleted: 0,
  })
})

it('takes a hundred owners at most, in the form of owners', async () => {
  const many = Array.from({ length: 101 }, anOwner)
  expect(await settleKeys(vault, { exist: many, missing: [] }, now)).toEqual({
    refused: 'too-many-at-once',
  })
  expect(await settleKeys(vault, { exist: [], missing: ['x' as Owner] }, now)).toEqual({
    refused: 'not-an-owner',
  })
})

it('the cron tells the vault which owners exist', async () => {
  const [student, employer, nobody] = [await aStudent(), await anEmployer(), anOwner()]
  const owners: Owner[] = [`account:${student.id}`, organizationOwner(employer.id), nobody]
  const told: unknown[] = []
  const VAULT = {
    unsettled: () => Promise.resolve(owners),
    settle: (settled: unknown) => Promise.resolve(void told.push(settled)),
  } as unknown as Bindings['VAULT']
  await settle({ ...env, VAULT })
  expect(told).toEqual([{ exist: owners.slice(0, 2), missing: [nobody] }])
})

it('looks only at keys that are not settled', async () => {
  const plans = await plansOf([
    `SELECT owner FROM owner_keys WHERE settled = 0 AND kind <> 'day' AND created_at <= ?1 ORDER BY created_at LIMIT 100`,
  ])
  expect(plans).toEqual([expect.stringContaining('USING INDEX owner_keys_unsettled')])
})
