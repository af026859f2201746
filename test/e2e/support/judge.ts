import { expect } from '@playwright/test'

import { knownLevels } from '../../support/by-doors/known-levels.ts'
import { later } from './clock.ts'
import type { Person } from './person.ts'

/** Practises on the page: a level for each criterion, then what two readers gave. */
export async function practiseByHand({ page }: Person): Promise<void> {
  await page.goto('/reviews')
  await page.getByRole('link', { name: 'Start practice' }).click()
  for (const last of [false, true]) {
    await chooseLevels(page)
    await page.getByRole('button', { name: 'Show what two readers chose' }).click()
    await expect(page.getByRole('heading', { name: /what two other readers chose/ })).toBeVisible()
    if (!last) await page.getByRole('button', { name: 'Next practice answer' }).click()
  }
}

/**
 * Takes the next answer and judges it: a hidden item as two readers did, others at level 3 throughout,
 * each with a reason. False if none waits.
 */
export async function reviewByHand(person: Person, challengeId: string): Promise<boolean> {
  const { page } = person
  await page.goto('/reviews')
  const take = page.getByRole('button', { name: 'Get the next answer' })
  const goOn = page.getByRole('link', { name: 'Continue your review' })
  const nothing = page.getByText('There is nothing for you to review now')
  await expect(take.or(goOn).or(nothing).first()).toBeVisible()
  if (await nothing.isVisible()) return false
  // Handing in opens the next answer automatically, if there is one.
  await take.or(goOn).click()
  await page.waitForURL(/\/reviews\/[0-9a-f-]{36}$/)
  await expect(page.getByRole('form', { name: 'Your review' })).toBeVisible()
  const known = knownLevels(challengeId, await page.locator('main').innerText())
  await chooseLevels(
    page,
    known,
    (name) => `"thin books now, heavy ones at eleven" is what shows it for ${name}, said by name.`,
  )
  await page
    .getByLabel('What worked?')
    .fill('You said what you knew before they needed it, with times on the wall.')
  await page
    .getByLabel('What should they try next?')
    .fill('Say what happens when one team is late, and who tells the others then.')
  await expect(page.getByText('Complete', { exact: true })).toBeVisible()
  await expect(page.getByText(/^Saved/).first()).toBeVisible()
  // The server refuses a review that comes sooner than the answer can be read.
  await later(page, person.origin, 240)
  await page.reload()
  await expect(page.getByText('Complete', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Hand in and get the next answer' }).click()
  await expect(page.getByText(/handed in|nothing for you to review/i).first()).toBeVisible()
  return true
}

async function chooseLevels(
  page: Person['page'],
  known: Record<string, number> = {},
  reason?: (name: string) => string,
) {
  const form = page.getByRole('form', { name: 'Your review' })
  await expect(form.locator('summary').first()).toBeVisible()
  for (const summary of await form.locator('summary').all()) {
    const name = await summary.getByRole('heading').innerText()
    const levels = form.getByRole('group', { name: `Level for ${name}` })
    if (!(await levels.isVisible())) await summary.click()
    const level = known[name.toLowerCase().replaceAll(' ', '-')] ?? 3
    await levels
      .getByRole('radio')
      .nth(level - 1)
      .check()
    if (!reason) continue
    const shown = (label: string) => form.getByLabel(label).filter({ visible: true })
    await shown('What in the answer shows this level?').fill(reason(name))
    // No ticks suggest level 1, which is the level of some hidden items.
    if (level === 1) continue
    await shown('You chose a higher level than your ticks suggest').fill(
      `The list on the wall stands for the sign that nobody ticked in ${name}.`,
    )
  }
}
