import { untrack } from 'svelte'

export interface Shortcut {
  /** As `KeyboardEvent.key` gives it, or `Ctrl+Enter`. */
  key: string
  /** What it does, for the list under `?`. */
  words: string
  run: () => void
}

/**
 * Keyboard shortcuts of the page shown. Single keys are ignored while somebody types, and if the
 * account has turned them off; those with Ctrl are not.
 */
export class Shortcuts {
  /** Whether the list of shortcuts is open. */
  listed = $state(false)
  readonly on: boolean
  #pages = $state.raw<Shortcut[][]>([])

  constructor(on: boolean) {
    this.on = on
  }

  /** A getter and not `$derived`, which would end with the page that first used it. */
  get all(): Shortcut[] {
    return this.#pages.flat()
  }

  /** Adds a page's shortcuts. Returns the function that removes them: give it to `$effect`. */
  use(shortcuts: Shortcut[]): () => void {
    // Untracked: otherwise the effect that adds them would trigger itself without end.
    const others = () => untrack(() => this.#pages).filter((page) => page !== shortcuts)
    this.#pages = [...others(), shortcuts]
    return () => {
      this.#pages = others()
    }
  }

  press = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.altKey || event.isComposing) return
    const withControl = event.ctrlKey || event.metaKey
    if (!withControl && (!this.on || isTyping(event.target))) return
    if (!withControl && event.key === '?' && this.all.length > 0) {
      this.listed = true
      return event.preventDefault()
    }
    const key = withControl ? `Ctrl+${event.key}` : event.key
    // No shortcuts while a dialog is open.
    const found = document.querySelector('dialog[open]')
      ? undefined
      : this.all.findLast((shortcut) => shortcut.key === key)
    if (!found) return
    event.preventDefault()
    found.run()
  }
}

const typed = 'textarea, select, [contenteditable], input:not([type=checkbox], [type=radio])'

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(typed) !== null
}
