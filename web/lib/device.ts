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
  belongTo: async (accountId: string): Promise<void> => {
    open = !isShared()
    const last = await device.find<string>(owner)
    if (last !== accountId) await device.forgetAll()
    await device.keep(owner, accountId)
  },
}

const owner = 'owner'
const shared = 'mettle shared computer'

/** Said at sign-in. It is kept here and not in the session, because it is about this device. */
export function share(isSharedComputer: boolean): void {
  try {
    if (isSharedComputer) localStorage.setItem(shared, 'yes')
    else localStorage.removeItem(shared)
  } catch {
    // Storage refused: then nothing is kept here anyway.
  }
}

function isShared(): boolean {
  try {
    return localStorage.getItem(shared) !== null
  } catch {
    return true
  }
}
