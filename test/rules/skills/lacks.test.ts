import { readdirSync, readFileSync } from 'node:fs'

import { expect, it } from 'vitest'
import * as v from 'valibot'
import { parse } from 'yaml'

import { isLack } from '../../../worker/skills/lacks.ts'
import { Rubric, signsAt } from '../../../worker/skills/rubric.ts'

const criteria = readdirSync('scenarios/rubrics').flatMap(
  (file) => v.parse(Rubric, parse(readFileSync(`scenarios/rubrics/${file}`, 'utf8'))).criteria,
)
const idsOf = (each: (typeof criteria)[number], level: 1 | 2 | 3 | 4) =>
  signsAt(each, level).map(({ id }) => id)

/** Texts that say plainly that something is missing; a later check of rubrics will warn of them. */
const saysLack =
  /^(no|nothing|names no|says no|says nothing)\b|\b(does not|is not said|is missing)\b/i

it('an indicator of level 2 that says that something is missing is a lack', () => {
  const missed = criteria.flatMap((each) =>
    signsAt(each, 2).filter(({ id, words }) => saysLack.test(words) && !isLack(each, id)),
  )
  expect(missed).toEqual([])
})

it('each criterion has a sign at level 2; level 1 has only lacks, 3 and 4 none', () => {
  for (const each of criteria) {
    const signs = (level: 1 | 2 | 3 | 4) => idsOf(each, level).filter((id) => !isLack(each, id))
    expect(signs(2)[0]).toBe('2a')
    expect(signs(1)).toEqual([])
    expect([...signs(3), ...signs(4)]).toEqual([...idsOf(each, 3), ...idsOf(each, 4)])
  }
})
