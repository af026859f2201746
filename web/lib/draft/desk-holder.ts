import type { Desk } from './desk.ts'

/** Holds the desk of this tab once a page has one, so that pages without words to write load none. */
export class DeskHolder {
  desk: Desk | undefined

  /** Sends what has not arrived yet: before the page is hidden, and when the network is back. */
  async send(): Promise<void> {
    await this.desk?.send()
  }

  /** How many texts are on this page that the server does not have. */
  get waiting(): number {
    return this.desk?.waiting ?? 0
  }
}
