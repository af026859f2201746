import { globSync, readFileSync } from 'node:fs'

import { expect, it } from 'vitest'
import { parse } from 'yaml'

import {
  closableBySharedProof,
  sharedCompetencies,
} from '../../../worker/scoring/estimate/shared-proof.ts'

const criteria = ['agree-the-work', 'weigh-other-views']

it.each([
  [['proficient', 'needs-more'], 'weigh-other-views'],
  // Not shared, not alone, seen to be missing, or nothing open.
  [['needs-more', 'proficient'], undefined],
  [['needs-more', 'needs-more'], undefined],
  [['proficient', 'not-yet'], undefined],
  [['proficient', 'proficient'], undefined],
] as const)('with %o a proof in another skill could close %s', (states, criterion) => {
  expect(closableBySharedProof(criteria, states)).toBe(criterion)
})

it('the shared competencies are those that are in two rubrics', () => {
  const all = globSync('scenarios/rubrics/*.yaml').flatMap((path) => {
    const rubric = parse(readFileSync(path, 'utf8')) as { criteria: { competency: string }[] }
    return rubric.criteria.map(({ competency }) => competency)
  })
  const twice = all.filter((competency, at) => all.indexOf(competency) !== at)
  expect(twice.toSorted()).toEqual([...sharedCompetencies].toSorted())
})
