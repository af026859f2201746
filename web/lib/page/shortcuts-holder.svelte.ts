import type { Shortcuts } from './shortcuts.svelte.ts'

/**
 * Holds this tab's keyboard shortcuts once a page has some, so that other pages do not load them.
 */
export class ShortcutsHolder {
  shortcuts = $state.raw<Shortcuts>()
}
