import fc from 'fast-check'
import { expect, it } from 'vitest'

import { canonicalise } from '../../worker/credentials/document/canonicalise.ts'
import { compileTemplate } from '../../worker/credentials/document/compile-template.ts'
import { fillSkeleton } from '../../worker/credentials/document/document.ts'
import {
  type Shape,
  awardMarkers,
  awardSkeleton,
} from '../../worker/credentials/document/skeleton.ts'
import { canonicalAward } from '../../worker/credentials/document/template.ts'
import { canonicalList } from '../../worker/credentials/status-list/canonical-list.ts'
import {
  bitsOf,
  encodeBits,
  statusListDocument,
} from '../../worker/credentials/status-list/status-list.ts'
import { achievements, issuers, slotsFor } from './random-awards.ts'

const seed = 20_261_130
const templates = 50
const awardsEach = 10

/**
 * 500 random awards of each shape, and 500 status lists, have the same bytes from their template as
 * by the slow path. Run in Node and in workerd, which have different engines and digests.
 */
export function templatesAgree(): void {
  const shapes: Shape[] = ['award', 'award-no-expiry']

  it.each(shapes)(
    'gives 500 random awards of shape %s the bytes of the slow path',
    async (shape) => {
      const common = fc.sample(fc.tuple(issuers, achievements), { numRuns: templates, seed })
      for (const [index, [issuer, achievement]] of common.entries()) {
        const skeleton = awardSkeleton(issuer, achievement, shape)
        const compiled = await compileTemplate(skeleton, awardMarkers(achievement, shape))
        const template = { skeleton: JSON.stringify(skeleton), compiled }
        const awards = { numRuns: awardsEach, seed: seed + index }
        for (const slots of fc.sample(slotsFor(achievement, shape), awards)) {
          const slow = await canonicalise(fillSkeleton(skeleton, slots))
          expect(await canonicalAward(template, slots)).toBe(slow)
        }
      }
    },
  )

  it('gives 500 random status lists the bytes of the slow path', async () => {
    const lists = fc.tuple(
      fc.uuid(),
      fc.array(fc.nat(131_071), { maxLength: 40 }),
      fc.date({ min: new Date(0), max: new Date('2060-01-01'), noInvalidDate: true }),
    )
    for (const [id, ended, now] of fc.sample(lists, { numRuns: 500, seed })) {
      const document = statusListDocument({
        id: `https://mettle.example/status-lists/${id}`,
        issuer: 'did:web:localhost%3A8787:organizations:riverside-2',
        encodedList: await encodeBits(bitsOf(ended)),
        now,
      })
      expect(canonicalList(document)).toBe(await canonicalise(document))
    }
  })
}
