import { unwrap } from '../http/response.ts'
import { useQueryCache } from '../query/query-cache.ts'
import { type ResponseOf, api } from '../http/api.ts'
import { useAct } from './context.ts'
import type { Reading } from '../reader/reading.ts'

export type Account = ResponseOf<typeof api.account.index.$get>

interface Change {
  name?: string
  language?: string
  reading?: Reading
  region?: string
  zone?: string
}

/** Saves part of the account and sends the rest as the server last returned it. */
export function useSaving(account: () => Account) {
  const cache = useQueryCache()
  return useAct(async (change: Change, options) => {
    const { name, language, reading, version } = { ...account(), ...change }
    const { region, zone } = change
    const where = { ...(region && { region }), ...(zone && { zone }) }
    const json = { name: name ?? '', language: languageOf(language), reading, ...where, version }
    const saved = await unwrap(api.account.index.$put({ json }, options))
    cache.set<Account>('/api/account', { ...account(), ...json, ...saved })
    return saved
  })
}

/** Spanish can be saved, but there is no Spanish interface yet. */
export function languageOf(value: string): 'en' | 'es' {
  return value === 'es' ? 'es' : 'en'
}
