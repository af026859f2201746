import { useSession, useShortcutsHolder } from './context.ts'
import { Shortcuts } from './shortcuts.svelte.ts'

/** This tab's shortcuts: `$effect(() => shortcuts.use([{ key, words, run }]))`. */
export function useShortcuts(): Shortcuts {
  const [holder, session] = [useShortcutsHolder(), useSession()]
  holder.shortcuts ??= new Shortcuts(session?.account.reading.shortcuts ?? true)
  return holder.shortcuts
}
