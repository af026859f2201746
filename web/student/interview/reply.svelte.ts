import type { RevisionPart } from '../../../worker/interviews/edition/edition.ts'

export type Way = 'accept' | 'change' | 'decline'

/**
 * The answer being prepared. It is kept when the request changes. Nothing is preselected, because
 * accepting reveals the student's name.
 */
export class Reply {
  way = $state<Way>()
  slotId = $state<string>()
  sharesEmail = $state(false)
  sharesTelephone = $state(false)
  telephone = $state('')
  parts = $state<RevisionPart[]>([])
  note = $state('')
  reason = $state('')
}
