export interface Toast {
  id: number
  words: string
  undo?: () => void
}

const staysMs = 10_000

/** What has just happened, said for ten seconds, with a way back where there is one. */
export class Toasts {
  list = $state.raw<Toast[]>([])
  #next = 1
  #timers = new Map<number, ReturnType<typeof setTimeout>>()

  say(words: string, undo?: () => void): void {
    const toast = { id: this.#next++, words, ...(undo && { undo }) }
    // The newest is enough to read. A way back stays beside it for its time, the newest one alone.
    const undoable = undo ? undefined : this.list.findLast((one) => one.undo)
    for (const { id } of this.list.filter((one) => one !== undoable)) this.dismiss(id)
    this.list = [...this.list, toast]
    this.leave(toast.id)
  }

  /** For what failed: what went well before is no longer said beside it. */
  failed = (error: unknown): never => {
    for (const { id, undo } of this.list) if (!undo) this.dismiss(id)
    throw error
  }

  undo(toast: Toast): void {
    this.dismiss(toast.id)
    toast.undo?.()
  }

  dismiss(id: number): void {
    this.stay(id)
    this.list = this.list.filter((toast) => toast.id !== id)
  }

  /** Nobody loses a toast while they are at it with the pointer or the keyboard. */
  stay(id: number): void {
    clearTimeout(this.#timers.get(id))
    this.#timers.delete(id)
  }

  leave(id: number): void {
    this.stay(id)
    this.#timers.set(
      id,
      setTimeout(() => this.dismiss(id), staysMs),
    )
  }
}
