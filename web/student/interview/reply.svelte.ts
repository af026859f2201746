import type { RevisionPart } from '../../../worker/interviews/edition/edition.ts'

export type Way = 'accept' | 'change' | 'decline'

/**
 * What somebody is about to answer. It is kept whatever happens to the request meanwhile. Nothing is chosen
 * for them: saying yes gives their name away.
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
