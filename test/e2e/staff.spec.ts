import { expect, type Page, test } from '@playwright/test'

import { demoOrigin } from './support/origins.ts'
import { demoAddress } from './support/pages.ts'

test.use({ baseURL: demoOrigin, locale: 'en-GB', timezoneId: 'Europe/London' })

test('the admin invites, groups and assigns; the operator approves; all of it is in the trail', async ({
  page,
}) => {
  await page.goto('/sign-in')
  await page.locator(`button[value="${demoAddress('siobhan')}"]`).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()

  await test.step('sees how far people have come, as counts and never below five', async () => {
    await page.goto('/home')
    const funnel = page.getByRole('table', { name: /how many students/i })
    await expect(funnel.getByRole('row', { name: /Handed in/ })).toContainText('15')
    await expect(funnel.getByRole('row', { name: /Accepted an interview/ })).toContainText('<5')
  })

  await test.step('makes a cohort', async () => {
    await page.goto('/cohorts')
    await page.getByLabel('Cohort name').fill('Winter mornings')
    await page.getByRole('button', { name: 'Create cohort' }).click()
    await expect(page.getByRole('link', { name: 'Winter mornings' })).toBeVisible()
  })

  await test.step('invites two people into it, each by a link of their own', async () => {
    await page.goto('/people')
    await page.getByLabel('Email addresses').fill('not an address')
    await page.getByRole('button', { name: 'Send invitations' }).click()
    await expect(page.getByRole('heading', { name: 'There is a problem' })).toBeVisible()
    await page.getByLabel('Email addresses').fill('ines@people.example\nade@people.example')
    await page.getByLabel('Add to cohort').selectOption('Winter mornings')
    await page.getByRole('button', { name: 'Send invitations' }).click()
    await expect(page.getByRole('heading', { name: 'ines@people.example' })).toBeVisible()
  })

  await test.step('assigns a coach', async () => {
    await page.getByLabel('Mentor', { exact: true }).selectOption('Rosalind Achterberg')
    await page.getByLabel('Student', { exact: true }).selectOption('Noor Haddad')
    await page.getByRole('button', { name: 'Assign coach' }).click()
    await expect(
      page.getByText('Rosalind Achterberg coaches Noor Haddad', { exact: true }),
    ).toBeVisible()
  })

  await test.step('approves the opening that waits', async () => {
    await page.goto('/approvals')
    await page
      .getByRole('button', { name: /^Approve/ })
      .first()
      .click()
    await expect(page.getByText('Nothing needs your approval')).toBeVisible()
  })

  await test.step('finds it all in the trail, and no student by name', async () => {
    await page.goto('/audit-trail')
    for (const action of [
      / created a cohort$/,
      / invited 2 people as students$/,
      / approved an opening$/,
    ]) {
      await expect(page.getByText(action).first()).toBeVisible()
    }
    await page.getByRole('combobox', { name: 'About' }).selectOption('Cohorts and numbers')
    await expect(page.getByText(/ created a cohort$/).first()).toBeVisible()
    await expect(page.getByText(/ approved an opening$/)).toHaveCount(0)
    await expect(namesOfStudents(page)).toHaveCount(0)
  })
})

const namesOfStudents = (page: Page) =>
  page.getByRole('main').getByText(/Noor Haddad|Bronwen Pryce/)
