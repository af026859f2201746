import { createStore, del, delMany, get, keys, set } from 'idb-keyval'

import { isShared } from './shared-computer.ts'

const newStore = () => createStore('mettle', 'unsent')
let store = newStore()
const patienceMs = 1_500
let owner = ''
let open = true

/**
 * Text kept on this device until the server has it. Storage may be missing, blocked, full, or never
 * answer, so no call here throws, and every call that somebody waits for ends within 1.5 seconds.
 */
export const device = {
  /** True once the text is stored. */
  keep: (key: string, words: unknown): Promise<boolean> =>
    open
      ? soon(() => set(nameOf(key), words, store).then(() => true), false)
      : Promise.resolve(false),

  /** Without a time limit: no page waits for it, and text left on this device must be found. */
  find: <Words>(key: string): Promise<Words | undefined> =>
    settled(() => get<Words>(nameOf(key), store), undefined),

  forget: (key: string): Promise<void> => soon(() => del(nameOf(key), store), undefined),

  forgetAll: (): Promise<void> =>
    soon(async () => delMany(await keys<string>(store), store), undefined),

  /** How many texts on this device wait for the server; 0 if it cannot be known. */
  waiting: (): Promise<number> =>
    soon(async () => (await keys<string>(store)).filter(isOurs).length, 0),

  /**
   * Sets whose texts are kept here, and deletes those of other people. On a shared computer nothing
   * is kept.
   */
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

/** The storage key of a draft. */
export const draftName = (key: string) => `draft/${key}`

const nameOf = (key: string) => `${owner}/${key}`
const isOurs = (name: string) => name.startsWith(`${owner}/`)

/** The result, or `otherwise` if storage fails. A browser without storage throws synchronously. */
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
      // Reopened for the next text: the browser may answer the second time.
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
