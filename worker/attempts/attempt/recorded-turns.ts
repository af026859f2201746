import type { Turn } from '../../scenarios/play/story.ts'
import type { turns } from '../tables.ts'

type Row = Pick<typeof turns.$inferSelect, 'kind' | 'choiceId'>

/** Turns as the story replays them. No challenge has a timer yet, so no row says `timeout`. */
export function recordedTurns(rows: readonly Row[]): Turn[] {
  return rows.flatMap(({ kind, choiceId }) => (kind === 'timeout' ? [] : [{ kind, id: choiceId }]))
}
