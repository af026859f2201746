import { m } from '../../paraglide/messages.js'
import type { Decided } from '../result/result.ts'

export interface CommentGroup {
  title: string
  comments: string[]
}

/**
 * The comments that a plan can be about: what to try next, then the reasons for each criterion that
 * is open. The same words stand once.
 */
export function commentsToPlan({
  comments,
  criteria,
}: Pick<Decided, 'comments' | 'criteria'>): CommentGroup[] {
  const groups = [
    { title: m.student_try_next(), comments: comments.map(({ tryNext }) => tryNext) },
    ...criteria
      .filter(({ state }) => state !== 'proficient')
      .map(({ name, reasons }) => ({ title: name, comments: reasons })),
  ]
  const shown = new Set<string>()
  const isNew = (comment: string) => !shown.has(comment) && Boolean(shown.add(comment))
  return groups
    .map(({ title, comments: all }) => ({ title, comments: all.filter(isNew) }))
    .filter((group) => group.comments.length > 0)
}
