import type { Toasts } from '../../lib/page/toasts.svelte.ts'
import { m } from '../../paraglide/messages.js'
import type { Attempt } from './attempt.ts'
import type { Turns } from './turns.ts'

const mark = 'mettle step'

/**
 * The browser's Back goes back in the story and not out of it. An entry of the history stands for the step
 * before, at the same address: Back takes it away, and it is put there again. Returns what ends this.
 */
export function goBackInStory(attempt: Attempt, turns: Turns, toasts: Toasts): () => void {
  const { number, earlier, story } = attempt
  const before = earlier.at(-1)

  function keepEntry(): void {
    if (history.state !== mark) history.pushState(mark, '')
  }

  function popped({ state }: PopStateEvent): void {
    if (state === mark) return
    // At the opening what is left of the steps taken back would be a Back that does nothing.
    if (story.length === 0) return history.back()
    if (before === undefined) return toasts.say(m.student_back_final())
    keepEntry()
    void turns.run({ number: number + 1, kind: 'back', id: before })
  }

  if (story.length > 0) keepEntry()
  addEventListener('popstate', popped)
  return () => removeEventListener('popstate', popped)
}
