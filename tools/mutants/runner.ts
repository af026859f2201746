import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'

import type { Tree } from './tree.ts'

export interface Asked {
  tests: readonly string[]
  /** The file with the bug, if one is planted. Then the first failed test ends the run. */
  changed?: string
}

/** The file whose bug was taken out. */
export interface Mended {
  mended: string
}

export interface Outcome {
  passed: number
  failed: number
  /**
   * Files with a failed test or that could not start. One more entry if an error happened outside
   * of the tests.
   */
  failedFiles: string[]
}

/** A run that takes longer is ended: a bug may make it endless. */
const patienceMs = 10 * 60_000

const running = new Set<Runner>()

/** A vitest in a copy of the tree, for some of the projects. */
export class Runner {
  readonly #child: ChildProcess
  readonly #ready: Promise<unknown>
  readonly #ended: Promise<undefined>

  constructor(tree: Tree, projects: readonly string[]) {
    this.#child = fork('tools/mutants/lane.ts', projects, {
      cwd: tree.path,
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env: { ...process.env, PATH: `${tree.path}/node_modules/.bin:${process.env.PATH}` },
      // The runner has its own process group, so that workerd and Chromium are killed with it.
      detached: true,
    })
    this.#ready = once(this.#child, 'message')
    this.#ended = once(this.#child, 'exit').then(() => undefined)
    running.add(this)
  }

  /** Removes a file from vitest's cache after its bug was taken out. */
  forget(mended: string): void {
    if (this.#child.connected) this.#child.send({ mended })
  }

  /** Undefined if vitest crashed or did not end. */
  async run(asked: Asked): Promise<Outcome | undefined> {
    await Promise.race([this.#ready, this.#ended])
    const answered = once(this.#child, 'message').then(([outcome]) => outcome as Outcome)
    const limit = setTimeout(() => this.end(), patienceMs)
    if (this.#child.connected) this.#child.send(asked)
    const outcome = await Promise.race([answered, this.#ended])
    clearTimeout(limit)
    return outcome
  }

  end(): void {
    running.delete(this)
    const { pid } = this.#child
    if (pid === undefined) return
    try {
      process.kill(-pid, 'SIGKILL')
    } catch {
      // The process has ended by itself.
    }
  }
}

export function endRunners(): void {
  for (const runner of running) runner.end()
}
