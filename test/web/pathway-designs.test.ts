import { beforeEach, expect, test } from 'vitest'

import Design from '../../web/admin/pathway/Design.svelte'
import {
  type PathwayDraft,
  requirementOf,
  rulesOf,
  withStepAgain,
  withStepMoved,
  withoutStep,
} from '../../web/admin/pathway/draft-steps.ts'
import { openPage } from './support/open-page.ts'
import { aMembership, aSession } from './support/people.ts'
import { answer, freshServer, server } from './support/server.ts'
import { violations } from './support/violations.ts'

beforeEach(freshServer)

const id = '3b0e2628-0000-4000-8000-000000000000'
const ids = [1, 2, 3].map((digit) => `3b0e2628-0000-4000-8000-00000000000${digit}`)
const [one = '', two = '', three = ''] = ids
const step = (stepId: string, title: string, after: string[] = []) => ({
  id: stepId,
  title,
  requirement: {
    kind: 'all-of' as const,
    of: [{ kind: 'credential' as const, achievement: 'empathy' }],
  },
  credit: 0,
  after,
})
const draft: PathwayDraft = {
  title: 'Ready for the ward',
  steps: [step(one, 'Listen'), step(two, 'Lead', [one])],
}
const design = {
  id,
  kind: 'skill',
  draft,
  version: 2,
  offered: null,
  published: null,
  enrolled: null,
  attested: [],
}
const challenge = { id: 'two-boxes', title: 'Two boxes', skillName: 'Collaboration' }
const open = () =>
  openPage(
    Design,
    { pathwayId: id },
    {
      session: aSession([aMembership('admin')]),
      first: {
        [`/api/pathways/${id}`]: { design, pathway: null },
        '/api/challenges': { challenges: [challenge] },
      },
    },
  )

test('an admin composes steps, and the page can be read by everybody', async () => {
  server.mockImplementation(() => answer({ version: 3 }))
  const page = await open()
  expect(await violations()).toEqual([])
  await page.getByRole('button', { name: 'Add a step' }).click()
  await page.getByLabelText('What the student does').nth(2).fill('Show first aid')
  await page.getByRole('button', { name: 'Add something from outside' }).nth(2).click()
  await page.getByLabelText('Course, licence or certificate').fill('First aid')
  await expect.element(page.getByRole('heading', { name: 'Step 3' })).toBeVisible()
  expect(await violations()).toEqual([])
})

test('a step that was removed comes back with undo', async () => {
  server.mockImplementation(() => answer({ version: 3 }))
  const page = await open()
  await page.getByRole('button', { name: 'Remove this step: Listen' }).click()
  await expect.element(page.getByRole('heading', { name: 'Step 2' })).not.toBeInTheDocument()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.element(page.getByLabelText('What the student does').first()).toHaveValue('Listen')
  await expect.element(page.getByRole('checkbox', { name: 'Listen' })).toBeChecked()
})

test('what is wrong is said at its place', async () => {
  server.mockImplementation((path) =>
    typeof path === 'string' && path.endsWith('/versions')
      ? answer(
          {
            type: 'https://mettle.example/problems/requirement-empty',
            title: 'A group of requirements is empty.',
            status: 422,
            flaws: [{ step: two, field: 'requirement', type: 'requirement-empty' }],
          },
          422,
        )
      : answer({ version: 3 }),
  )
  const page = await open()
  await page.getByRole('button', { name: 'Publish' }).click()
  await expect
    .element(page.getByRole('link', { name: 'Step 2: add what finishes it.' }))
    .toHaveAttribute('href', `#step-${two}-requirement`)
  await page.getByRole('button', { name: 'Add a badge' }).nth(1).click()
  await expect
    .element(page.getByRole('link', { name: 'Step 2: add what finishes it.' }))
    .not.toBeInTheDocument()
})

test('a removed step comes back at its place, before the same steps', () => {
  const before = { ...draft, steps: [...draft.steps, step(three, 'Rest', [two])] }
  const without = withoutStep(before, two)
  expect(without.steps.map(({ after }) => after)).toEqual([[], []])
  expect(withStepAgain(without, before, two)).toEqual(before)
  expect(withStepMoved(before, three, -1).steps.map((each) => each.id)).toEqual([one, three, two])
})

test('rules are read as a plain list and written again', () => {
  const leaf = { kind: 'challenge' as const, id: 'two-boxes' }
  const rules = { mode: 'at-least-2', leaves: [leaf, leaf, leaf] }
  expect(requirementOf(rules)).toEqual({ kind: 'at-least', count: 2, of: rules.leaves })
  expect(rulesOf(requirementOf(rules))).toEqual(rules)
  expect(requirementOf({ ...rules, leaves: [leaf, leaf] })).toMatchObject({ kind: 'all-of' })
  expect(rulesOf(leaf)).toEqual({ mode: 'all-of', leaves: [leaf] })
  expect(rulesOf({ kind: 'any-of', of: [{ kind: 'all-of', of: [leaf] }] })).toBe(undefined)
})
