import type { Desk } from './desk.ts'

/** Holds this tab's desk once a page needs one, so that pages without drafts do not load it. */
export class DeskHolder {
  desk: Desk | undefined

  /**
   * Sends the texts that have not arrived yet. Called when the page becomes hidden or visible, when
   * the network is back, and before signing out.
   */
  async send(): Promise<void> {
    await this.desk?.send()
  }

  /** How many texts opened in this tab the server does not have yet. */
  get waiting(): number {
    return this.desk?.waiting ?? 0
  }
}
