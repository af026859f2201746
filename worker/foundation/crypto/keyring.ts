import type { Bindings } from '../../env.ts'
import type { VaultRefused } from '../../signer/vault/binding.ts'
import { inTime } from '../in-time.ts'
import { accountErased, tryAgain } from '../problems.ts'
import { importOwnerKey } from './owner-key.ts'
import type { Owner } from './owner.ts'

/** The keys of owners that one call has asked the vault for. */
export interface Keyring {
  /** The owner's key. An error if it has none: its text cannot be opened. */
  find(owner: Owner): Promise<CryptoKey>
  /** The owner's key, made if it has none yet. 409 `account-erased` if it was destroyed. */
  findOrMake(owner: Owner): Promise<CryptoKey>
  /** Whether text from before there were keys can be opened: on a laptop only. */
  opensUnsealed: boolean
}

type Vault = Bindings['VAULT']

interface Asked {
  owner: Owner
  make: boolean
  settle: (key: CryptoKey | Promise<never>) => void
}

const mostAtOnce = 100
const patienceMs = 5_000

/**
 * Asks the vault in one call, of at most 100 owners, for all keys that are asked for at the same
 * time, and for no key twice. Throws 503 `try-again` while the vault does not answer.
 */
export function keyringOf(env: Bindings): Keyring {
  const keys = new Map<Owner, Promise<CryptoKey>>()
  let waiting: Asked[] = []

  function ask(owner: Owner, make: boolean): Promise<CryptoKey> {
    const known = keys.get(owner)
    if (known) return known
    const key = new Promise<CryptoKey>((settle) => {
      if (waiting.length === 0) queueMicrotask(flush)
      waiting.push({ owner, make, settle })
    })
    keys.set(owner, key)
    return key
  }

  function flush(): void {
    const asked = waiting
    waiting = []
    for (let from = 0; from < asked.length; from += mostAtOnce) {
      void answer(env.VAULT, asked.slice(from, from + mostAtOnce))
    }
  }

  return {
    find: (owner) => ask(owner, false),
    findOrMake: (owner) => ask(owner, true),
    opensUnsealed: env.ENVIRONMENT === 'local',
  }
}

async function answer(vault: Vault, asked: Asked[]): Promise<void> {
  try {
    const opened = await openKeys(vault, asked.map(ownerOf))
    const missing = asked.filter(({ owner, make }) => make && !opened.has(owner)).map(ownerOf)
    const made = missing.length > 0 ? await makeKeys(vault, missing) : opened
    for (const { owner, make, settle } of asked) {
      const key = opened.get(owner) ?? made.get(owner)
      settle(key ?? (make ? Promise.reject(accountErased()) : noKey()))
    }
  } catch (error) {
    for (const { settle } of asked) settle(Promise.reject(error))
  }
}

const ownerOf = ({ owner }: Asked) => owner

function noKey(): Promise<never> {
  return Promise.reject(new Error('An owner has no key.'))
}

async function openKeys(vault: Vault, owners: Owner[]): Promise<Map<Owner, CryptoKey>> {
  const outcome = await answerOf(vault.open(owners))
  if ('refused' in outcome) throw refusalOf(outcome)
  const imported = outcome.keys.map(
    async ({ owner, key }) => [owner, await importOwnerKey(key)] as const,
  )
  return new Map(await Promise.all(imported))
}

async function makeKeys(vault: Vault, owners: Owner[]): Promise<Map<Owner, CryptoKey>> {
  const outcome = await answerOf(vault.create(owners))
  if ('refused' in outcome) throw refusalOf(outcome)
  return openKeys(vault, outcome.ready)
}

/** The vault's own limit ends within a minute. Any other refusal is a fault of this instance. */
function refusalOf({ refused }: VaultRefused): Error {
  return refused === 'too-many' ? notNow('30') : new Error(`The vault refused: ${refused}.`)
}

/** A vault that throws or takes too long cannot be reached now. */
async function answerOf<Outcome>(outcome: Promise<Outcome>): Promise<Outcome> {
  try {
    return await inTime(outcome, patienceMs)
  } catch {
    throw notNow('5')
  }
}

const notNow = (seconds: string) => tryAgain(undefined, {}, { 'retry-after': seconds })
