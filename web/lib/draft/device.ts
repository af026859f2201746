import { createStore, del, delMany, get, keys, set } from 'idb-keyval'

import { isShared } from './shared-computer.ts'

const newStore = () => createStore('mettle', 'unsent')
let store = newStore()
const patienceMs = 1_500
let owner = ''
let open = true

/**
 * Words kept on this device until the server has them. Storage may be missing, refused, full, or never
 * answer, so no call here throws, and all that somebody waits for end within 1.5 seconds.
 */
export const device = {
  /** True once the words are kept. */
  keep: (key: string, words: unknown): Promise<boolean> =>
    open
      ? soon(() => set(nameOf(key), words, store).then(() => true), false)
      : Promise.resolve(false),

  /** However late it comes: nobody waits for it, and words left here must not be missed. */
  find: <Words>(key: string): Promise<Words | undefined> =>
    settled(() => get<Words>(nameOf(key), store), undefined),

  forget: (key: string): Promise<void> => soon(() => del(nameOf(key), store), undefined),

  forgetAll: (): Promise<void> =>
    soon(async () => delMany(await keys<string>(store), store), undefined),

  /** How many texts wait here for the server; 0 where it cannot be known. */
  waiting: (): Promise<number> =>
    soon(async () => (await keys<string>(store)).filter(isOurs).length, 0),

  /** Clears what another person left, and keeps nothing at all on a computer that is shared. */
  belongTo: (accountId: string): Promise<void> => {
    owner = accountId
    open = !isShared()
    return soon(async () => {
      const left = await keys<string>(store)
      await delMany(
        left.filter((name) => !isOurs(name)),
        store,
      )
    }, undefined)
  },
}

/** A draft among what is kept. */
export const draftName = (key: string) => `draft/${key}`

const nameOf = (key: string) => `${owner}/${key}`
const isOurs = (name: string) => name.startsWith(`${owner}/`)

/** The result, or `otherwise` where storage fails. A browser without it throws instead of rejecting. */
async function settled<Result>(ask: () => Promise<Result>, otherwise: Result): Promise<Result> {
  try {
    return await ask()
  } catch {
    return otherwise
  }
}

async function soon<Result>(ask: () => Promise<Result>, otherwise: Result): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const limit = new Promise<Result>((resolve) => {
    timer = setTimeout(() => {
      // It is opened anew for the next words: a browser may answer the second time.
      store = newStore()
      resolve(otherwise)
    }, patienceMs)
  })
  try {
    return await Promise.race([settled(ask, otherwise), limit])
  } finally {
    clearTimeout(timer)
  }
}
