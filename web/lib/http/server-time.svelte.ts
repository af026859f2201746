/** The server's clock. Pages use it because this device's clock may be wrong. */
class ServerTime {
  #offsetMs = $state(0)

  /** `now` is the server's time from an answer that has just arrived, in ISO format. */
  learn(now: string | null | undefined): void {
    const told = now ? Date.parse(now) : Number.NaN
    if (Number.isNaN(told)) return
    const offsetMs = told - Date.now()
    // A difference below a second is network delay, not a wrong clock.
    if (Math.abs(offsetMs - this.#offsetMs) > 1000) this.#offsetMs = offsetMs
  }

  now(): Date {
    return new Date(Date.now() + this.#offsetMs)
  }
}

export const serverTime = new ServerTime()
