import type { Toasts } from '../../lib/page/toasts.svelte.ts'
import { m } from '../../paraglide/messages.js'
import type { Attempt } from './attempt.ts'
import type { Turns } from './turns.ts'

const mark = 'mettle step'

export interface BrowserBack {
  /** Adds a history entry for the step before, if there is one. */
  keepEntry: (attempt: Attempt) => void
  end: () => void
}

/**
 * Makes the browser's Back go back in the story instead of leaving it. A history entry with the
 * same URL represents the step before: Back removes the entry, and it is added again. `current` is
 * read at each Back, so that a Back pressed just after a turn counts.
 */
export function goBackInStory(current: () => Attempt, turns: Turns, toasts: Toasts): BrowserBack {
  function keepEntry({ story }: Attempt): void {
    if (story.length > 0 && history.state !== mark) history.pushState(mark, '')
  }

  function popped({ state }: PopStateEvent): void {
    if (state === mark) return
    const attempt = current()
    const { number, earlier, story } = attempt
    // At the opening there is no step before. This Back only removed our entry: leave the page.
    if (story.length === 0) return history.back()
    const before = earlier.at(-1)
    if (before === undefined) return toasts.say(m.student_back_final())
    keepEntry(attempt)
    void turns.run({ number: number + 1, kind: 'back', id: before })
  }

  addEventListener('popstate', popped)
  return { keepEntry, end: () => removeEventListener('popstate', popped) }
}
