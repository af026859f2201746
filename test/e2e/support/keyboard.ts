import { expect } from '@playwright/test'

import { knownLevels } from '../../support/by-doors/known-levels.ts'
import { later } from './clock.ts'
import type { Person } from './person.ts'

/** From the list to the first answer, by Tab and Enter. */
export async function takeByKeys({ page }: Person): Promise<void> {
  await page.goto('/reviews')
  const take = page.getByRole('button', { name: 'Get the next answer' })
  await expect(take).toBeVisible()
  for (let tab = 0; tab < 40; tab++) {
    await page.keyboard.press('Tab')
    if (await take.evaluate((button) => button === document.activeElement)) break
  }
  await expect(take).toBeFocused()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/reviews\/[0-9a-f-]{36}$/)
}

/**
 * Judges the answer on the desk by keys alone, and hands the review in: a hidden item as two readers
 * did, others at level 2. A reviewer who gives every item the same level gets no more answers of
 * students.
 */
export async function reviewByKeys(
  { page, origin }: Person,
  challengeId: string,
  number: number,
): Promise<void> {
  const form = page.getByRole('form', { name: 'Your review' })
  const criteria = form.locator('summary')
  await expect(criteria.first()).toBeVisible()
  // The server refuses a review that comes sooner than the answer can be read.
  await later(page, origin, 240)
  const known = knownLevels(challengeId, await page.locator('main').innerText())
  const all = await criteria.count()
  for (let at = 0; at < all; at++) {
    const name = await criteria.nth(at).getByRole('heading').innerText()
    if (at > 0) await page.keyboard.press('j')
    await expect(form.getByRole('group', { name: `Level for ${name}` })).toBeVisible()
    const level = known?.[name.toLowerCase().replaceAll(' ', '-')] ?? 2
    // The first sign of level 2, which suggests that level.
    await page.keyboard.press('i')
    await page.keyboard.press('Space')
    await page.keyboard.press(String(level))
    await page.keyboard.press('r')
    const reason = form.getByLabel('What in the answer shows this level?').filter({ visible: true })
    await expect(reason).toBeFocused()
    await page.keyboard.insertText(
      `Answer ${number}, ${name}: both times are on the wall by the door.`,
    )
    if (level > 2) {
      await page.keyboard.press('Tab')
      await page.keyboard.press('Tab')
      const above = form.getByLabel('You chose a higher level than your ticks suggest')
      await expect(above.filter({ visible: true })).toBeFocused()
      await page.keyboard.insertText('The chalk beside the fountain stands for the missing sign.')
    }
    await page.keyboard.press('Escape')
  }
  await page.keyboard.press('j')
  await expect(page.getByLabel('What worked?')).toBeFocused()
  await page.keyboard.insertText('You said what you knew before they needed it, with two times.')
  await page.keyboard.press('Tab')
  await page.keyboard.insertText(
    'Say what happens when one team is late, and who tells the others.',
  )
  await expect(page.getByText('Complete', { exact: true })).toBeVisible()
  await expect(page.getByText(/^Saved/).first()).toBeVisible()
  const before = page.url()
  await page.keyboard.press('Control+Enter')
  await expect(page).not.toHaveURL(before)
}
