import type { Shortcuts } from './shortcuts.svelte.ts'

/** Holds the single keys of this tab once a page has some, so that other pages load none. */
export class ShortcutsHolder {
  shortcuts = $state.raw<Shortcuts>()
}
