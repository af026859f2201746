/** The server's clock, which pages count from: this device's may be wrong. */
class ServerTime {
  #offsetMs = $state(0)

  /** `now` as the server said it a moment ago, an ISO time. */
  learn(now: string | null | undefined): void {
    const told = now ? Date.parse(now) : Number.NaN
    if (Number.isNaN(told)) return
    const offsetMs = told - Date.now()
    // A difference below a second is the network's, not the clock's.
    if (Math.abs(offsetMs - this.#offsetMs) > 1000) this.#offsetMs = offsetMs
  }

  now(): Date {
    return new Date(Date.now() + this.#offsetMs)
  }
}

export const serverTime = new ServerTime()
