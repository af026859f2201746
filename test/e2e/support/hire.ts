import { type Browser, expect } from '@playwright/test'

import { applyByDoors, jobTitle, openJob } from '../../support/by-doors/employer.ts'
import { later } from './clock.ts'
import { type College, named } from './college.ts'
import { Person } from './person.ts'

/** An employer with an approved opening, made through the API. */
export async function openEmployer(browser: Browser, { admin }: College): Promise<Person> {
  const recruiter = await Person.with(browser, admin.origin, 'ruth@harbourline.example')
  await recruiter.signIn()
  await named(recruiter, 'Ruth Adeyemi')
  await applyByDoors(recruiter, admin)
  await openJob(recruiter, admin, jobTitle)
  return recruiter
}

/** Switches visibility on for one badge, hours and a start, with a fresh proof. */
export async function becomeFound(student: Person): Promise<void> {
  const { page } = student
  // The proof for the badge is too old by now, so this step needs a new one.
  await later(page, student.origin, 700)
  await page.goto('/visibility')
  await page.getByRole('checkbox', { name: /Collaboration/ }).check()
  await page.getByRole('checkbox', { name: /Show its criteria/ }).check()
  // Nobody else can be found here, and the page says so before the student agrees.
  await expect(page.getByText(/^Collaboration: we leave out the criteria/)).toBeVisible()
  await page.getByRole('checkbox', { name: 'Show the hours I can work' }).check()
  await page.getByLabel('Minimum hours a week').fill('20')
  await page.getByLabel('Maximum hours a week').fill('40')
  await page.getByRole('checkbox', { name: 'Show when I can start' }).check()
  await page.getByLabel('Earliest start').selectOption({ index: 1 })
  await page.getByRole('button', { name: 'I agree. Let employers find me' }).click()
  await student.proveAgain()
  await expect(page.getByText(/^On. Approved employers can find you until/)).toBeVisible()
}

/**
 * Finds the one person who matches, reads the evidence, and sends a request with pay and three
 * times.
 */
export async function askForInterview(
  recruiter: Person,
  secret: RegExp,
  title = jobTitle,
): Promise<void> {
  const { page } = recruiter
  await page.goto('/openings')
  const { openings } = await recruiter.get('/api/openings')
  const opening = openings.find((one: { title: string }) => one.title === title)
  await page.locator(`a[href="/openings/${opening.id}/search"]`).first().click()
  await expect(page.getByText(/^\d (person|people) fits? this opening/).first()).toBeVisible()
  await page.getByRole('link', { name: 'See all evidence' }).click()
  await expect(page.getByRole('heading', { name: /^Candidate/ })).toBeVisible()
  await expect(page.getByRole('main')).not.toContainText(secret)
  await expect(page.getByText(/^The criteria are not shown/)).toBeVisible()
  const rubric = page.getByRole('link', { name: 'Read how Collaboration is judged' })
  const address = `${recruiter.origin}${await rubric.getAttribute('href')}`
  expect((await page.request.get(address)).status()).toBe(200)
  await page.getByRole('link', { name: 'Ask for an interview' }).click()

  await page.getByLabel('Minutes').fill('40')
  await page.getByLabel('Name of interviewer 1').fill('Ruth Adeyemi')
  await page.getByLabel('Their job title').fill('runs the early team')
  await page
    .getByRole('group', { name: 'Which of their badges made you ask?' })
    .getByRole('checkbox')
    .first()
    .check()
  await page
    .getByLabel('What happens after the interview, and by when')
    .fill(
      'You hear from us within three working days, and you see the boats and the team before you decide.',
    )
  const { now } = await recruiter.get('/api/session')
  for (const number of [1, 2, 3]) {
    const slot = page.getByRole('group', { name: `Time ${number}` })
    if (!(await slot.isVisible())) await page.getByRole('button', { name: 'Add a time' }).click()
    const day = new Date(Date.parse(now) + (number + 2) * 86_400_000).toISOString().slice(0, 10)
    await slot.getByLabel('Day').fill(day)
    await slot.getByLabel('From').fill('10:30')
  }
  await page.getByRole('button', { name: 'Preview' }).click()
  await expect(page.getByText('£13.10').first()).toBeVisible()
  await page.getByRole('button', { name: 'Send the request' }).click()
  await expect(page.getByRole('button', { name: 'Undo sending' })).toBeVisible()
  await later(page, recruiter.origin, 400)
}

/** Reads the request, accepts the first time, and shares name and address, with a fresh proof. */
export async function acceptInterview(student: Person, title = jobTitle): Promise<void> {
  const { page } = student
  await page.goto('/interviews')
  await page.getByRole('link', { name: title }).first().click()
  await expect(page.getByText('£13.10').first()).toBeVisible()
  await expect(page.getByText('Harbourline Ferries Ltd').first()).toBeVisible()
  await page.getByRole('radio', { name: /Accept one of the times/ }).check()
  await page.getByRole('group', { name: 'When' }).getByRole('radio').first().check()
  await page.getByRole('checkbox', { name: /My email address/ }).check()
  await page
    .getByRole('button', { name: /^Accept .* and share my name and my email address$/ })
    .click()
  await student.proveAgain()
  await expect(page.getByText('Harbourline knows who you are now.').first()).toBeVisible()
  await expect(page.getByRole('link', { name: 'Calendar file' }).first()).toBeVisible()
}

/** Only now does the employer see who it is, and when. */
export async function meet({ page }: Person): Promise<void> {
  await page.goto('/interviews')
  await page.getByRole('link', { name: jobTitle }).first().click()
  await expect(page.getByText('Noor Haddad').first()).toBeVisible()
  const file = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Calendar file' }).click()
  expect((await file).suggestedFilename()).toMatch(/\.ics$/)
}
