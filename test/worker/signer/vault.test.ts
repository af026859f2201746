import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'

import { importOwnerKey } from '../../../worker/foundation/crypto/owner-key.ts'
import { hex } from '../../../worker/foundation/crypto/encoding.ts'
import type { Owner } from '../../../worker/foundation/crypto/owner.ts'
import type { OpenOutcome } from '../../../worker/signer/vault/binding.ts'

const { VAULT } = env

const anOwner = (): Owner => `account:${crypto.randomUUID()}`
const owners = (count: number) => Array.from({ length: count }, anOwner)

/** The keys of an outcome as hex, by owner. */
function keysIn(outcome: OpenOutcome): Record<string, string> {
  if ('refused' in outcome) throw new Error(outcome.refused)
  return Object.fromEntries(outcome.keys.map(({ owner, key }) => [owner, hex(key)]))
}

async function keyOf(owner: Owner) {
  return keysIn(await VAULT.open([owner]))[owner]
}

const rowOf = (owner: Owner) =>
  env.VAULT_DB.prepare('SELECT * FROM owner_keys WHERE owner = ?').bind(owner).first()

describe('the key of an owner', () => {
  it('is made once, also by fifty calls at once', async () => {
    const owner = anOwner()
    const made = await Promise.all(Array.from({ length: 50 }, () => VAULT.create([owner])))
    expect(made).toEqual(made.map(() => ({ ready: [owner], gone: [] })))
    const key = await keyOf(owner)
    expect(key).toMatch(/^[0-9a-f]{64}$/)
    await VAULT.create([owner, owner])
    expect(await keyOf(owner)).toBe(key)
  })

  it('is another one for each owner, a hundred in one call', async () => {
    const hundred = owners(100)
    expect(await VAULT.create(hundred)).toEqual({ ready: hundred, gone: [] })
    const keys = keysIn(await VAULT.open(hundred))
    expect(Object.keys(keys).toSorted()).toEqual(hundred.toSorted())
    expect(new Set(Object.values(keys)).size).toBe(100)
  })

  it('is not opened for 101 owners in one call, or for what is no owner', async () => {
    const most = owners(101)
    expect(await VAULT.create(most)).toEqual({ refused: 'too-many-at-once' })
    expect(await VAULT.open(most)).toEqual({ refused: 'too-many-at-once' })
    const wrong = ['account:1', `person:${crypto.randomUUID()}`, 'day:today'] as Owner[]
    for (const owner of wrong) {
      expect(await VAULT.create([owner])).toEqual({ refused: 'not-an-owner' })
      expect(await VAULT.open([owner])).toEqual({ refused: 'not-an-owner' })
      expect(await VAULT.destroy(owner)).toEqual({ refused: 'not-an-owner' })
    }
  })

  it('is unknown until it is made', async () => {
    const [known, unknown] = [anOwner(), anOwner()]
    await VAULT.create([known])
    const opened = await VAULT.open([known, unknown])
    expect(Object.keys(keysIn(opened))).toEqual([known])
    expect(opened).toMatchObject({ gone: [], unknown: [unknown] })
  })

  it('can be one of a person, an organization or a day', async () => {
    const kinds: Owner[] = [anOwner(), `organization:${crypto.randomUUID()}`, 'day:2026-11-29']
    await VAULT.create(kinds)
    expect(Object.keys(keysIn(await VAULT.open(kinds)))).toHaveLength(3)
  })

  it('can be used by the main Worker and not exported, and its bytes are cleared', async () => {
    const owner = anOwner()
    await VAULT.create([owner])
    const opened = await VAULT.open([owner])
    if ('refused' in opened) throw new Error(opened.refused)
    const bytes = opened.keys[0]?.key ?? new Uint8Array()
    const key = await importOwnerKey(bytes)
    expect([...bytes]).toEqual(Array.from({ length: 32 }, () => 0))
    expect(key).toMatchObject({ extractable: false, usages: ['encrypt', 'decrypt'] })
    for (const format of ['raw', 'jwk'] as const) {
      await expect(crypto.subtle.exportKey(format, key)).rejects.toThrow(/extractable/i)
    }
    const iv = new Uint8Array(12)
    const text = new TextEncoder().encode('Mara')
    const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, text)
    expect(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, sealed)).toEqual(text.buffer)
  })

  it('is not imported if it has another length', async () => {
    await expect(importOwnerKey(new Uint8Array(16))).rejects.toThrow('32 bytes')
  })

  it('is not in the row that is stored', async () => {
    const owner = anOwner()
    await VAULT.create([owner])
    const key = (await keyOf(owner)) ?? ''
    const stored = JSON.stringify(await rowOf(owner))
    const bytes = Buffer.from(key, 'hex')
    for (const encoding of ['hex', 'base64', 'base64url', 'latin1'] as const) {
      expect(stored).not.toContain(bytes.toString(encoding).replace(/=+$/, '').slice(0, 16))
    }
  })
})

describe('a destroyed owner', () => {
  it('never has a key again', async () => {
    const [owner, other] = [anOwner(), anOwner()]
    await VAULT.create([owner, other])
    expect(await VAULT.destroy(owner)).toEqual({ destroyed: owner })
    expect(await rowOf(owner)).toBeNull()
    expect(await VAULT.create([owner, other])).toEqual({ ready: [other], gone: [owner] })
    const opened = await VAULT.open([owner, other])
    expect(Object.keys(keysIn(opened))).toEqual([other])
    expect(opened).toMatchObject({ gone: [owner], unknown: [] })
    expect(await VAULT.destroy(owner)).toEqual({ destroyed: owner })
  })

  it('has none either if it never had one', async () => {
    const owner = anOwner()
    await VAULT.destroy(owner)
    expect(await VAULT.create([owner])).toEqual({ ready: [], gone: [owner] })
  })

  it('has none whichever of fifty calls comes first', async () => {
    const owner = anOwner()
    await Promise.all(
      Array.from({ length: 50 }, (_, turn) =>
        turn === 25 ? VAULT.destroy(owner) : VAULT.create([owner]),
      ),
    )
    expect(await VAULT.open([owner])).toEqual({ keys: [], gone: [owner], unknown: [] })
  })

  it('is refused by the database too, and stays on its list', async () => {
    const owner = anOwner()
    await VAULT.destroy(owner)
    const { VAULT_DB } = env
    const insert = VAULT_DB.prepare(
      `INSERT OR REPLACE INTO owner_keys (owner, kind, wrapped, wrapping_id, created_at) VALUES (?1, 'account', '${'x'.repeat(80)}', 'k1', 1)`,
    )
    await expect(insert.bind(owner).run()).rejects.toThrow('owner_was_destroyed')
    for (const sql of [
      'DELETE FROM destroyed_owners WHERE owner = ?',
      "UPDATE destroyed_owners SET owner = 'account:' WHERE owner = ?",
    ]) {
      await expect(VAULT_DB.prepare(sql).bind(owner).run()).rejects.toThrow('destroying_is_final')
    }
  })
})
