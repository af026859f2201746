import { untrack } from 'svelte'

export interface Shortcut {
  /** As `KeyboardEvent.key` gives it, or `Ctrl+Enter`. */
  key: string
  /** What it does, for the list under `?`. */
  words: string
  run: () => void
}

/** Single keys that do something on the page shown. They never fire while somebody types. */
export class Shortcuts {
  /** Whether the list of them is open. */
  listed = $state(false)
  readonly on: boolean
  #pages = $state.raw<Shortcut[][]>([])

  constructor(on: boolean) {
    this.on = on
  }

  /** Not derived: that would end with the page that happened to need keys first. */
  get all(): Shortcut[] {
    return this.#pages.flat()
  }

  /** Adds a page's keys. Returns the function that takes them away again: give it to `$effect`. */
  use(shortcuts: Shortcut[]): () => void {
    // Untracked: the effect that adds them would else run again because of it, without end.
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
    // A dialog has the keyboard to itself.
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
