import type { Toasts } from '../../lib/page/toasts.svelte.ts'
import { m } from '../../paraglide/messages.js'
import type { Attempt } from './attempt.ts'
import type { Turns } from './turns.ts'

const mark = 'mettle step'

export interface BrowserBack {
  /** Puts an entry into the history for the step before, where there is one. */
  keepEntry: (attempt: Attempt) => void
  end: () => void
}

/**
 * The browser's Back goes back in the story and not out of it. An entry of the history stands for the step
 * before, at the same address: Back takes it away, and it is put there again. `current` is asked at each
 * Back, so that one pressed just after a turn is not lost.
 */
export function goBackInStory(current: () => Attempt, turns: Turns, toasts: Toasts): BrowserBack {
  function keepEntry({ story }: Attempt): void {
    if (story.length > 0 && history.state !== mark) history.pushState(mark, '')
  }

  function popped({ state }: PopStateEvent): void {
    if (state === mark) return
    const attempt = current()
    const { number, earlier, story } = attempt
    // At the opening what is left of the steps taken back would be a Back that does nothing.
    if (story.length === 0) return history.back()
    const before = earlier.at(-1)
    if (before === undefined) return toasts.say(m.student_back_final())
    keepEntry(attempt)
    void turns.run({ number: number + 1, kind: 'back', id: before })
  }

  addEventListener('popstate', popped)
  return { keepEntry, end: () => removeEventListener('popstate', popped) }
}
