import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'

import { openName, sealName } from '../../../worker/accounts/account/open-account.ts'
import { accounts } from '../../../worker/accounts/tables.ts'
import { attempts } from '../../../worker/attempts/tables.ts'
import type { Bindings } from '../../../worker/env.ts'
import { keyringOf } from '../../../worker/foundation/crypto/keyring.ts'
import { accountOwner, dayOwner } from '../../../worker/foundation/crypto/owner.ts'
import { open, rowOf, seal } from '../../../worker/foundation/crypto/seal.ts'
import type { VaultRefusal } from '../../../worker/signer/vault/binding.ts'
import { aMentor, aStudent, db } from '../../support/builders.ts'
import { sealingCall } from '../../support/sealing.ts'

type Vault = Bindings['VAULT']

const withVault = (vault: Partial<Vault>, change: Partial<Bindings> = {}) => ({
  keys: keyringOf({ ...env, ...change, VAULT: { ...passing, ...vault } as Vault }),
})
const passing = {
  open: (owners: Parameters<Vault['open']>[0]) => env.VAULT.open(owners),
  create: (owners: Parameters<Vault['create']>[0]) => env.VAULT.create(owners),
}
const place = accounts.name
const anOwner = () => accountOwner(crypto.randomUUID())

describe('sealed text', () => {
  it.each(['', 'Leila', 'ليلى حداد', '👩‍🚀'.repeat(40), 'x'.repeat(20_000)])(
    'opens again',
    async (text) => {
      const owner = anOwner()
      const sealed = await seal(sealingCall(), place, 'row', owner, text)
      expect(sealed.startsWith(`1|${owner}|`)).toBe(true)
      expect(await open(sealingCall(), place, 'row', sealed)).toBe(text)
    },
  )

  it('is different each time', async () => {
    const [call, owner] = [sealingCall(), anOwner()]
    const twice = [
      await seal(call, place, 'row', owner, 'a'),
      await seal(call, place, 'row', owner, 'a'),
    ]
    expect(twice[0]).not.toBe(twice[1])
  })

  it('does not open in another row, column or for another owner, or changed', async () => {
    const [call, owner, other] = [sealingCall(), anOwner(), anOwner()]
    const sealed = await seal(call, place, 'row', owner, 'Leila')
    await seal(call, place, 'row', other, 'so that the other has a key')
    const last = sealed.at(-2) === 'A' ? 'B' : 'A'
    const wrong = [
      open(call, place, 'another row', sealed),
      open(call, accounts.email, 'row', sealed),
      open(call, attempts.id, 'row', sealed),
      open(call, place, 'row', sealed.replace(owner, other)),
      open(call, place, 'row', sealed.slice(0, -2) + last + sealed.slice(-1)),
      open(call, place, 'row', sealed.slice(0, -8)),
      open(call, place, 'row', 'Leila'),
      open(call, place, 'row', ''),
    ]
    for (const opened of wrong) await expect(opened).rejects.toThrow()
  })

  it('keeps the parts of a key of several columns apart', () => {
    expect(rowOf('a', 1)).toBe('a 1')
    expect(rowOf('a', 11)).not.toBe(rowOf('a1', 1))
  })

  it('from before there were keys opens on a laptop only', async () => {
    expect(await open(sealingCall(), place, 'row', '0|Leila')).toBe('Leila')
    const production = withVault({}, { ENVIRONMENT: 'production' })
    await expect(open(production, place, 'row', '0|Leila')).rejects.toThrow('not sealed')
  })

  it('is lost with its key, and never sealed for that owner again', async () => {
    const owner = anOwner()
    const sealed = await seal(sealingCall(), place, 'row', owner, 'Leila')
    await env.VAULT.destroy(owner)
    await expect(open(sealingCall(), place, 'row', sealed)).rejects.toThrow('no key')
    await expect(seal(sealingCall(), place, 'row', owner, 'Leila')).rejects.toMatchObject({
      kind: { type: 'account-erased' },
    })
  })
})

describe('the vault', () => {
  it('is asked once for all owners of a page, in calls of a hundred', async () => {
    const owners = Array.from({ length: 120 }, anOwner)
    const sealing = sealingCall()
    const sealed = await Promise.all(
      owners.map((owner) => seal(sealing, place, 'row', owner, 'Leila')),
    )
    const asked: number[] = []
    const caller = withVault({
      open: (some) => {
        asked.push(some.length)
        return env.VAULT.open(some)
      },
    })
    await Promise.all([...sealed, ...sealed].map((text) => open(caller, place, 'row', text)))
    expect(asked).toEqual([100, 20])
  })

  it('that makes a key for two at once makes one', async () => {
    const owner = anOwner()
    const sealed = await Promise.all(
      Array.from({ length: 10 }, () => seal(sealingCall(), place, 'row', owner, 'Leila')),
    )
    const opened = sealed.map((text) => open(sealingCall(), place, 'row', text))
    expect(new Set(await Promise.all(opened))).toEqual(new Set(['Leila']))
  })

  const away = () => Promise.reject(new Error('Network connection lost.'))
  const refusing = (refused: VaultRefusal) => () => Promise.resolve({ refused })
  const halfway = () => Promise.resolve({ keys: [], gone: [], unknown: [] })

  it.each([
    ['cannot be reached', { open: away }, 503],
    ['has opened too many', { open: refusing('too-many') }, 503],
    ['has a broken key', { open: refusing('broken-key') }, 500],
    ['has no wrapping key', { open: refusing('no-wrapping-key') }, 500],
    ['leaves a key out', { open: halfway }, 500],
  ])('that %s: no page shows an empty name', async (_, vault, status) => {
    const student = await aStudent({ name: 'Leila Haddad' })
    const VAULT = { ...passing, ...vault } as unknown as Vault
    const answer = await student.client.get('/api/session', { env: { VAULT } })
    expect(answer.status).toBe(status)
    expect(answer.body.type).toBe(status === 503 ? '/problems/try-again' : '/problems/unexpected')
    if (status === 503) expect(answer.headers.get('retry-after')).toMatch(/^\d+$/)
    expect(answer.text).not.toContain('Leila')
  })

  it('that cannot be reached loses no text: nothing is written', async () => {
    const student = await aStudent()
    const VAULT = { ...passing, open: away } as unknown as Vault
    const saved = await student.client.put(
      '/api/account',
      { name: 'Noor Haddad', language: 'en', version: 1 },
      { env: { VAULT } },
    )
    expect(saved.status).toBe(503)
    const row = await db.select().from(accounts).where(eq(accounts.id, student.id)).get()
    expect(row?.version).toBe(1)
    expect(await openName(sealingCall(), student.id, row?.name ?? null, '')).toBe(student.name)
  })

  it('leaves a page for visitors whole, with the menu of somebody who is not signed in', async () => {
    const mentor = await aMentor({ name: 'Leila Haddad' })
    const VAULT = { ...passing, open: away } as unknown as Vault
    const headers = { accept: 'text/html' }
    const page = await mentor.client.get('/how-it-works', { headers, env: { VAULT } })
    expect(page.status).toBe(200)
    expect(page.text).toContain('href="/sign-in"')
    expect((await mentor.client.get('/how-it-works', { headers })).text).toContain('Leila Haddad')
  })
})

it('a name is sealed with the key of its person, a day’s text with the key of the day', async () => {
  const id = crypto.randomUUID()
  expect(await sealName(sealingCall(), id, 'Leila')).toContain(`1|account:${id}|`)
  expect(dayOwner(new Date('2026-11-30T23:59:59.999Z'))).toBe('day:2026-11-30')
})
