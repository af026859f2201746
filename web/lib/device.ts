import { clear, createStore, del, get, keys, set } from 'idb-keyval'

const store = createStore('mettle', 'unsent')
let open = true

/** Words kept on this device until the server has them. Every call answers even where storage is refused. */
export const device = {
  keep: (key: string, words: unknown): Promise<boolean> =>
    open
      ? set(key, words, store).then(
          () => true,
          () => false,
        )
      : Promise.resolve(false),
  find: <Words>(key: string): Promise<Words | undefined> =>
    get<Words>(key, store).catch(() => undefined),
  forget: (key: string): Promise<void> => del(key, store).catch(() => undefined),
  forgetAll: (): Promise<void> => clear(store).catch(() => undefined),

  /** How many texts wait here for the server. */
  waiting: async (): Promise<number> => {
    const kept = await keys<string>(store).catch(() => [])
    return kept.filter((key) => key !== owner).length
  },

  /** Clears what another person left, and keeps nothing at all on a computer that is shared. */
  belongTo: async (accountId: string, shared: boolean): Promise<void> => {
    open = !shared
    const last = await device.find<string>(owner)
    if (last !== accountId) await device.forgetAll()
    await device.keep(owner, accountId)
  },
}

const owner = 'owner'
