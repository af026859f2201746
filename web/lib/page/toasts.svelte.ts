export interface Toast {
  id: number
  words: string
  undo?: () => void
}

const staysMs = 10_000

/** Messages about what has just happened, shown for ten seconds, some with an undo. */
export class Toasts {
  list = $state.raw<Toast[]>([])
  #next = 1
  #timers = new Map<number, ReturnType<typeof setTimeout>>()

  say(words: string, undo?: () => void): void {
    const toast = { id: this.#next++, words, ...(undo && { undo }) }
    // Shows only the newest toast, and beside it the newest with an undo until its time is over.
    const undoable = undo ? undefined : this.list.findLast((one) => one.undo)
    for (const { id } of this.list.filter((one) => one !== undoable)) this.dismiss(id)
    this.list = [...this.list, toast]
    this.leave(toast.id)
  }

  /** For a failed call: removes messages without an undo, which may claim success, and rethrows. */
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

  /** A toast stays while the pointer or the keyboard focus is on it. */
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
