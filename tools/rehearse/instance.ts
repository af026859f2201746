import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { openSync, readFileSync } from 'node:fs'

import { logOf } from './home.ts'

/** What `workerd.ts` is asked to do. */
export type Asked = { sql: string } | { cron: true }

/** Both Workers in a process group of their own, which can be killed and started again. */
export class Instance {
  readonly home: string
  /** Where it listens. The same after a new start. */
  port = 0
  readonly #providerPort: number
  #ended: Promise<[undefined]> = Promise.resolve([undefined])
  #child: ChildProcess | undefined

  constructor(home: string, providerPort: number) {
    this.home = home
    this.#providerPort = providerPort
  }

  async start(): Promise<void> {
    const log = openSync(logOf(this.home), 'a')
    const words = [this.home, String(this.port), String(this.#providerPort)]
    this.#child = fork('tools/rehearse/workerd.ts', words, {
      detached: true,
      stdio: ['ignore', log, log, 'ipc'],
    })
    this.#ended = once(this.#child, 'exit').then(() => [undefined])
    this.port = await this.#answer()
  }

  /** Runs the cron once more, to its end. */
  tick = () => this.#ask({ cron: true })

  /** Runs SQL in the main database, as `wrangler d1 execute --remote` does beside a Worker. */
  execute = (sql: string) => this.#ask({ sql })

  /** `kill -9` of everything that `start` started. Does nothing if it does not run. */
  kill(): void {
    const child = this.#child
    this.#child = undefined
    if (!child?.pid) return
    try {
      process.kill(-child.pid, 'SIGKILL')
    } catch {
      // It has ended already.
    }
  }

  async #ask(asked: Asked): Promise<void> {
    this.#child?.send(asked)
    await this.#answer()
  }

  async #answer() {
    const child = this.#child
    if (!child) throw new Error('The instance does not run.')
    const [message] = await Promise.race([once(child, 'message'), this.#ended])
    if (message === undefined) throw new Error(`The instance ended. Its log:\n${this.lastLines()}`)
    return message
  }

  lastLines(): string {
    return readFileSync(logOf(this.home), 'utf8').split('\n').slice(-12).join('\n')
  }
}
