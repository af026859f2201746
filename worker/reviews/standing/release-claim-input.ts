import * as v from 'valibot'

export const releaseReasons = [
  'know-this-person',
  'conflict',
  'language',
  'distressing',
  'technical',
  'no-time',
] as const

export const ReleaseClaimQuery = v.strictObject({ reason: v.picklist(releaseReasons) })
