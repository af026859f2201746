import type { RevisionPart } from '../../../worker/interviews/edition/edition.ts'

export type Way = 'accept' | 'change' | 'decline'

/** What somebody is about to answer. It is kept whatever happens to the request meanwhile. */
export class Reply {
  way = $state<Way>('accept')
  slotId = $state<string>()
  sharesEmail = $state(true)
  sharesTelephone = $state(false)
  telephone = $state('')
  parts = $state<RevisionPart[]>([])
  note = $state('')
  reason = $state('')
}
