import { setTimeout as wait } from 'node:timers/promises'

const pollMs = 1_000

/** Prints a line for each step, with its seconds, and what a step waits for. */
export class Report {
  readonly #print: (line: string) => void
  readonly #began = performance.now()

  constructor(print: (line: string) => void = (line) => process.stdout.write(`${line}\n`)) {
    this.#print = print
  }

  /** Runs a step. If it fails, says which, the request and the answer, and throws. */
  async step<Result>(name: string, work: () => Result | Promise<Result>): Promise<Result> {
    const began = performance.now()
    try {
      const result = await work()
      this.#print(`${secondsSince(began)} s  ${name}`)
      return result
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error)
      this.#print(`${secondsSince(began)} s  FAILED: ${name}\n\n${words}\n`)
      throw error
    }
  }

  say(line: string): void {
    this.#print(`           ${line}`)
  }

  /** Waits for a moment that the product sets. */
  async waitUntil(at: Date, why: string): Promise<void> {
    const ms = at.getTime() - Date.now()
    if (ms <= 0) return
    this.say(`waits ${Math.ceil(ms / 1000)} s: ${why}`)
    await wait(ms + 100)
  }

  /** Asks again and again until there is something. Throws after `seconds`. */
  async waitFor<Found>(
    why: string,
    seconds: number,
    find: () => Promise<Found | undefined>,
  ): Promise<Found> {
    const end = performance.now() + seconds * 1000
    const first = await find()
    if (first !== undefined) return first
    this.say(`waits up to ${seconds} s: ${why}`)
    while (performance.now() < end) {
      await wait(pollMs)
      const found = await find()
      if (found !== undefined) return found
    }
    throw new Error(`After ${seconds} seconds there is still nothing. It waited for: ${why}`)
  }

  end(line: string): void {
    this.#print(`${secondsSince(this.#began)} s  ${line}`)
  }
}

const secondsSince = (began: number) => ((performance.now() - began) / 1000).toFixed(1).padStart(7)
