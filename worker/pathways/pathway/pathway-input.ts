import * as v from 'valibot'

import { line, version } from '../../foundation/text/input.ts'

/** Promotion pathways belong to an employer and are made in another way. */
export const pathwayKinds = ['skill', 'entry', 'exit'] as const

export const MakePathwayInput = v.strictObject({
  title: line(120),
  kind: v.picklist(pathwayKinds),
})
export type MakePathwayInput = v.InferOutput<typeof MakePathwayInput>

/** The version of the draft that the admin has read. */
export const PublishVersionInput = v.strictObject({ version })

export const OfferPathwayInput = v.strictObject({ offered: v.boolean() })
