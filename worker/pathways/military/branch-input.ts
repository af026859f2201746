import * as v from 'valibot'

/** The branches of the armed forces of the United States. */
export const Branch = v.picklist([
  'army',
  'navy',
  'air-force',
  'marine-corps',
  'coast-guard',
  'space-force',
])

export type Branch = v.InferOutput<typeof Branch>

export const branches = Branch.options
