import type { ApiError } from '../lib/http/problem.ts'
import { exactly } from '../lib/format/dates.ts'
import { m } from '../paraglide/messages.js'
import type { Sides } from './interview.ts'

/** Who changed an interview while somebody wrote about it, as `find-last-change.ts` returns it. */
export interface Change {
  by: 'own' | 'recruiter' | 'student'
  name: string | null
  at: string
}

export function changeIn({ problem }: ApiError): Change | undefined {
  const changed: unknown = problem['changed']
  return isChange(changed) ? changed : undefined
}

/** As in “Anneke changed it on 29 November 2026 at 13:05 GMT.” */
export function changeWords({ by, name, at }: Change, { side, other }: Sides): string {
  const when = exactly(at)
  if (by === 'own') return m.meetings_changed_own({ when })
  const colleague = name ?? m.meetings_changed_colleague()
  return m.meetings_changed_by({ who: by === side ? colleague : other, when })
}

const isChange = (changed: unknown): changed is Change =>
  typeof changed === 'object' && changed !== null && 'by' in changed && 'at' in changed
