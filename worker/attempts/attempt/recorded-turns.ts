import type { Turn } from '../../scenarios/play/story.ts'
import type { turns } from '../tables.ts'

type Row = Pick<typeof turns.$inferSelect, 'kind' | 'choiceId'>

/**
 * Turns in the form that the story replays. No challenge has a timer yet, so no row has the kind
 * `timeout`.
 */
export function recordedTurns(rows: readonly Row[]): Turn[] {
  return rows.flatMap(({ kind, choiceId }) => (kind === 'timeout' ? [] : [{ kind, id: choiceId }]))
}
