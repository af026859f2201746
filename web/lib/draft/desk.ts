import type { CallOptions } from '../http/api.ts'
import { device, draftName } from './device.ts'
import { Draft } from './draft.svelte.ts'
import type { DraftDoor, Saved } from './door.ts'
import { HandIn } from './hand-in.svelte.ts'

type Hold = (dirty: () => boolean) => unknown

/**
 * The drafts and hand-ins that are open in this tab. There is one draft per text, however often its
 * page is opened: two would save over each other and look like a conflict.
 */
export class Desk {
  readonly #hold: Hold
  readonly #drafts = new Map<string, Draft<unknown>>()
  readonly #handIns = new Map<string, HandIn<unknown, unknown>>()

  /**
   * `hold` asks the reader before they leave while unsaved text exists only in this tab's memory.
   */
  constructor(hold: Hold) {
    this.#hold = hold
  }

  draft<Value>(key: string, saved: Saved<Value>, door: DraftDoor<Value>): Draft<Value> {
    // A key always has the same type of value
    const open = this.#drafts.get(key) as Draft<Value> | undefined
    if (open) {
      // Later and not at once: a page asks for its draft while it renders, when no state may
      // change.
      queueMicrotask(() => open.meet(saved))
      return open
    }
    const draft = new Draft(key, saved, door)
    if (this.#drafts.size === 0) this.#hold(() => this.#isUnsaved())
    this.#drafts.set(key, draft as Draft<unknown>)
    void draft.resume()
    return draft
  }

  /**
   * Forgets a text that is no longer needed: its work was given back or handed in. It may be open
   * in this tab or not.
   */
  drop(key: string): void {
    this.#drafts.get(key)?.drop()
    void device.forget(draftName(key))
    this.#drafts.delete(key)
  }

  handIn<Body, Receipt>(
    key: string,
    send: (body: Body, options: CallOptions) => Promise<Receipt>,
  ): HandIn<Body, Receipt> {
    // A key always has the same type of work
    const open = this.#handIns.get(key) as HandIn<Body, Receipt> | undefined
    if (open) return open
    const handIn = new HandIn(key, send)
    if (this.#handIns.size === 0) this.#hold(() => this.#isUnsaved())
    this.#handIns.set(key, handIn as HandIn<unknown, unknown>)
    void handIn.resume()
    return handIn
  }

  /**
   * Sends the texts that have not arrived yet. Called when the page becomes hidden or visible, when
   * the network is back, and before signing out.
   */
  send = async (): Promise<void> => {
    const drafts = [...this.#drafts.values()].map((draft) => draft.save())
    await Promise.all([...drafts, ...[...this.#handIns.values()].map((handIn) => handIn.send())])
  }

  /** How many texts opened in this tab the server does not have yet. */
  get waiting(): number {
    const drafts = [...this.#drafts.values()].filter(({ status }) => status !== 'saved')
    const handIns = [...this.#handIns.values()].filter(({ status }) => status === 'waiting')
    return drafts.length + handIns.length
  }

  #isUnsaved(): boolean {
    const waits = (status: string) => ['unsaved', 'refused', 'conflict'].includes(status)
    return (
      [...this.#drafts.values()].some(({ status, isOnDevice }) => waits(status) && !isOnDevice) ||
      [...this.#handIns.values()].some(
        ({ status, isOnDevice }) => status === 'waiting' && !isOnDevice,
      )
    )
  }
}
