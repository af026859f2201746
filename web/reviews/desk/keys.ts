import { tick } from 'svelte'

import type { ReviewDesk } from '../../lib/review/desk.svelte.ts'
import type { Shortcut } from '../../lib/page/shortcuts.svelte.ts'
import { m } from '../../paraglide/messages.js'

type Level = 1 | 2 | 3 | 4

interface Deeds {
  finish: () => void
  finishWords: string
  quote?: () => void
  select?: (by: 1 | -1) => void
  undo?: () => void
}

/** The keyboard shortcuts of the desk. Everything that they do can also be done with a pointer. */
export function deskKeys(
  desk: ReviewDesk,
  { finish, finishWords, quote, select, undo }: Deeds,
): Shortcut[] {
  const move = (by: 1 | -1) => {
    desk.move(by)
    focusStep(desk)
  }
  const inCurrent = (deed: (criterion: string) => void) => () => {
    if (desk.currentCriterion) deed(desk.currentCriterion)
  }
  const levels = ([1, 2, 3, 4] as const).map((level: Level) => ({
    key: String(level),
    words: m.reviews_key_level({ level }),
    run: inCurrent((criterion) => desk.choose(criterion, level)),
  }))
  return [
    {
      key: 'j',
      words: quote ? m.reviews_key_next() : m.reviews_next_criterion(),
      run: () => move(1),
    },
    { key: 'k', words: m.reviews_key_before(), run: () => move(-1) },
    ...levels,
    { key: 'i', words: m.reviews_key_indicators(), run: inCurrent(focusIndicators) },
    ...(quote
      ? [
          {
            key: 'r',
            words: m.reviews_key_reason(),
            run: inCurrent((c) => focusOn(`reason-${c}`)),
          },
          { key: 'q', words: m.reviews_key_quote(), run: quote },
        ]
      : []),
    ...(select
      ? [
          { key: 'n', words: m.reviews_key_sentence(), run: () => select(1) },
          { key: 'p', words: m.reviews_key_sentence_before(), run: () => select(-1) },
        ]
      : []),
    { key: 'Ctrl+Enter', words: finishWords, run: finish },
    ...(undo ? [{ key: 'u', words: m.reviews_key_undo(), run: undo }] : []),
  ]
}

/** Opens the criterion of a field, if it has one, and focuses the field. */
export function focusField(desk: ReviewDesk, field: string, criterion?: string): void {
  if (criterion) desk.open(criterion)
  focusOn(field)
}

/** Focuses the first control of the open step. */
export function focusStep(desk: ReviewDesk): void {
  focusOn(desk.currentCriterion ? `criterion-${desk.currentCriterion}` : 'worked')
}

/**
 * Moves the focus from a field to its step's heading, where single keys work. At once, before the
 * next key.
 */
export function leaveStep(desk: ReviewDesk): void {
  const heading = desk.currentCriterion ? `criterion-${desk.currentCriterion}` : 'whole'
  document.getElementById(heading)?.focus()
}

function focusOn(id: string): void {
  // After the step has been rendered, and before the next key.
  void tick().then(() => document.getElementById(id)?.focus())
}

/** Focuses the first box of the lowest level that has some; pressed again, of the next level. */
function focusIndicators(criterion: string): void {
  const groups = [1, 2, 3, 4].flatMap((level) => {
    const group = document.getElementById(`indicators-${criterion}-${level}`)
    return group?.querySelector('input') ? [group] : []
  })
  const at = groups.findIndex((group) => group.contains(document.activeElement))
  groups[(at + 1) % groups.length]?.querySelector('input')?.focus()
}
