import { globSync, readFileSync } from 'node:fs'

import { expect, it } from 'vitest'

/** Every change leaves an audit entry, except saved drafts, read marks and counted reads. */
const unaudited = {
  'worker/attempts/draft/save-draft.ts': "unaudited('draft')",
  'worker/attempts/plan/save-plan.ts': "unaudited('draft')",
  'worker/insights/export/make-export.ts': "unaudited('read')",
  'worker/notifications/mark-read.ts': "unaudited('read')",
  'worker/reviews/review/save-review-draft.ts': "unaudited('draft')",
}

it('only drafts, read marks and counted reads are saved without an audit entry', () => {
  const found = globSync('worker/**/*.ts')
    .filter((file) => file !== 'worker/audit/entry.ts')
    .flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\bunaudited(?:\(.*\)|:.*)/g)].map(
        ([use]) => [file, use] as const,
      ),
    )
    .filter(([file]) => file !== 'worker/foundation/commit/commit.ts')
  expect(Object.fromEntries(found)).toEqual(unaudited)
  expect(found).toHaveLength(Object.keys(unaudited).length)
})
