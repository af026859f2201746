import type { Desk } from './desk.ts'

/** Holds the desk of this tab once a page has one, so that pages without words to write load none. */
export class DeskHolder {
  desk: Desk | undefined

  /** Sends what has not arrived yet: before the page is hidden, and when the network is back. */
  send(): void {
    this.desk?.send()
  }
}
