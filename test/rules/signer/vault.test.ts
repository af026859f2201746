import { describe, expect, it } from 'vitest'

import { hex, randomBytes } from '../../../worker/foundation/crypto/encoding.ts'
import type { Owner } from '../../../worker/foundation/crypto/owner.ts'
import { kindOf, minuteOf, whyNotOwners } from '../../../worker/signer/vault/owner.ts'
import { newOwnerKey, unwrap, wrap } from '../../../worker/signer/vault/wrap.ts'
import {
  type VaultConfiguration,
  type WrappingKey,
  keyFinder,
  readRoots,
} from '../../../worker/signer/vault/wrapping-keys.ts'

const id = '00000000-0000-4000-8000-000000000001'
const mara: Owner = `account:${id}`

describe('an owner', () => {
  it.each<[string, OwnerOrNot]>([
    [`account:${id}`, undefined],
    [`organization:${id}`, undefined],
    ['day:2026-11-29', undefined],
    [`accounts:${id}`, 'not-an-owner'],
    [`account:${id}0`, 'not-an-owner'],
    [`account:${id.toUpperCase().replace('0', 'F')}`, 'not-an-owner'],
    [`account:${id}\n`, 'not-an-owner'],
    [`day:${id}`, 'not-an-owner'],
    ['day:2026-1-1', 'not-an-owner'],
    ['account:2026-11-29', 'not-an-owner'],
    ['', 'not-an-owner'],
  ])('%j: %s', (owner, refused) => {
    expect(whyNotOwners([owner])).toBe(refused)
    expect(whyNotOwners([mara, owner])).toBe(refused)
  })

  it('may come with 99 others, and not with a hundred', () => {
    const owners = (count: number) => Array.from({ length: count }, () => mara)
    expect(whyNotOwners([])).toBeUndefined()
    expect(whyNotOwners(owners(100))).toBeUndefined()
    expect(whyNotOwners(owners(101))).toBe('too-many-at-once')
  })

  it('has a kind', () => {
    expect([mara, `organization:${id}`, 'day:2026-11-29'].map((owner) => kindOf(owner as Owner)))
      // In the words of the column.
      .toEqual(['account', 'organization', 'day'])
  })

  it('is counted in whole minutes', () => {
    const at = (time: string) => minuteOf(new Date(time))
    expect(at('1970-01-01T00:00:59.999Z')).toBe(0)
    expect(at('1970-01-01T00:01:00.000Z')).toBe(1)
  })
})

type OwnerOrNot = 'not-an-owner' | undefined

describe('a wrapped key', () => {
  it('has the length of its column and opens again, as 32 bytes', async () => {
    const by = await wrappingKey()
    const bytes = newOwnerKey()
    const wrapped = await wrap(by, mara, bytes)
    expect(wrapped).toMatch(/^[\w-]{80}$/)
    expect(hex(await unwrap(by, mara, wrapped))).toBe(hex(bytes))
  })

  it('looks different each time', async () => {
    const by = await wrappingKey()
    const bytes = newOwnerKey()
    expect(await wrap(by, mara, bytes)).not.toBe(await wrap(by, mara, bytes))
  })

  it('does not open for another owner, under another id or with another key', async () => {
    const by = await wrappingKey()
    const wrapped = await wrap(by, mara, newOwnerKey())
    await expect(unwrap(by, `organization:${id}`, wrapped)).rejects.toThrow()
    await expect(unwrap({ ...by, id: 'k2' }, mara, wrapped)).rejects.toThrow()
    await expect(unwrap(await wrappingKey(), mara, wrapped)).rejects.toThrow()
  })

  it('does not open if one character is changed, or if it is cut or empty', async () => {
    const by = await wrappingKey()
    const wrapped = await wrap(by, mara, newOwnerKey())
    for (let at = 0; at < wrapped.length; at++) {
      const other = wrapped[at] === 'A' ? 'B' : 'A'
      const changed = wrapped.slice(0, at) + other + wrapped.slice(at + 1)
      await expect(unwrap(by, mara, changed)).rejects.toThrow()
      await expect(unwrap(by, mara, wrapped.slice(0, at))).rejects.toThrow()
    }
  })

  it('does not open if it was made of fewer bytes', async () => {
    const by = await wrappingKey()
    for (const length of [0, 16, 31]) {
      const wrapped = await wrap(by, mara, randomBytes(length))
      await expect(unwrap(by, mara, wrapped)).rejects.toThrow('another length')
    }
  })

  it('is wrapped with a key that nobody can export', async () => {
    const { key } = await wrappingKey()
    await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow(/extractable/)
  })

  async function wrappingKey(): Promise<WrappingKey> {
    const secret = { current: 'k1', keys: { k1: hex(randomBytes(32)) } }
    const roots = readRoots(JSON.stringify(secret))
    if (!roots) throw new Error('The secret was refused.')
    // Before the first epoch the root itself wraps, so no salt is asked for.
    const withoutSalts = {} as VaultConfiguration
    const key = await keyFinder(withoutSalts, roots)({ wrappingId: 'k1', rootId: null })
    if (!key) throw new Error('There is no key.')
    return { id: 'k1', key }
  }
})
