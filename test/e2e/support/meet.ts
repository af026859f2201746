import { expect } from '@playwright/test'

import { later } from './clock.ts'
import { jobTitle } from '../../support/by-doors/employer.ts'
import type { Person } from './person.ts'

const link = 'https://meet.example/early-team'
const feedback = 'You asked the skipper before you moved anybody, which is the job in one sentence.'

async function openInterview({ page }: Person, title = jobTitle): Promise<void> {
  await page.goto('/interviews')
  await page.getByRole('link', { name: title }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}

/** The employer gives the place and the contact; the student reads them. */
export async function sayWhere(recruiter: Person, student: Person): Promise<void> {
  const { page } = recruiter
  await openInterview(recruiter)
  await expect(page.getByLabel('Contact name')).toHaveValue('Ruth Adeyemi')
  await page.getByLabel('Link to the video call').fill(link)
  await page.getByRole('button', { name: 'Save and tell the student' }).click()
  await expect(page.getByRole('link', { name: link })).toBeVisible()
  await openInterview(student)
  await expect(student.page.getByRole('link', { name: link })).toHaveAttribute('href', link)
  await expect(student.page.getByRole('link', { name: recruiter.email })).toBeVisible()
}

/** The student writes, and the employer reads it. */
export async function writeTo(student: Person, recruiter: Person): Promise<void> {
  const words = 'I come by the early ferry. Is it all right if I call from the terminal?'
  await openInterview(student)
  await student.page.getByLabel('Write to Harbourline').fill(words)
  await student.page.getByRole('button', { name: 'Send' }).click()
  await expect(student.page.getByRole('article').getByText(words)).toBeVisible()
  await openInterview(recruiter)
  await expect(recruiter.page.getByRole('article').getByText(words)).toBeVisible()
}

/** The student offers another time; the recruiter takes it, and both have the new one. */
export async function moveIt(student: Person, recruiter: Person): Promise<void> {
  const { page } = student
  await openInterview(student)
  await page.getByText('Offer other times', { exact: true }).click()
  const { now } = await student.get('/api/session')
  const day = new Date(Date.parse(now) + 7 * 86_400_000).toISOString().slice(0, 10)
  const slot = page.getByRole('group', { name: 'Time 1', exact: true })
  await slot.getByLabel('Day').fill(day)
  await slot.getByLabel('From').fill('14:00')
  await page.getByRole('button', { name: 'Offer this time' }).click()
  await expect(page.getByRole('heading', { name: 'You offered other times' })).toBeVisible()

  await recruiter.page.goto('/home')
  await recruiter.page.getByRole('link', { name: 'See their times' }).click()
  await recruiter.page.getByRole('group', { name: 'When' }).getByRole('radio').check()
  await recruiter.page.getByRole('button', { name: /^Move to .*14:00$/ }).click()
  await expect(recruiter.page.getByText(/^The interview is now on .* at 14:00/)).toBeVisible()
  await openInterview(student)
  await expect(page.getByText('14:00–14:40').first()).toBeVisible()
  await expect(page.getByRole('link', { name: link })).toBeVisible()
}

/**
 * After the interview's time, the student says that it took place, and the employer is asked for
 * the outcome.
 */
export async function holdIt(student: Person, recruiter: Person): Promise<void> {
  const { page } = student
  await openInterview(student)
  const requestId = page.url().split('/').at(-1)
  const { request } = await student.get(`/api/interview-requests/${requestId}`)
  const { now } = await student.get('/api/session')
  const seconds = (Date.parse(request.booking.endsAt) - Date.parse(now)) / 1000 + 300
  await later(page, student.origin, Math.ceil(seconds))
  await page.goto('/home')
  await page.getByRole('link', { name: 'Tell us if you met' }).click()
  await page.getByRole('button', { name: 'Yes, it took place' }).click()
  await expect(page.getByText('Waiting for a decision from Harbourline')).toBeVisible()
  await page.getByLabel('How did it go?').fill('They laughed at the right places.')
  await page.getByRole('button', { name: 'Save the note' }).click()
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible()
  // A week has passed, so a recruiter has to sign in again.
  await recruiter.signInAs('recruiter')
  await openInterview(recruiter)
  await expect(recruiter.page.getByRole('heading', { name: 'Your decision' })).toBeVisible()
  await expect(recruiter.page.getByRole('main')).not.toContainText('They laughed')
}

/** The outcome, on both sides, and what the student adds later. */
export async function decideIt(recruiter: Person, student: Person): Promise<void> {
  const { page } = recruiter
  await page.getByRole('radio', { name: /Offer them the job/ }).check()
  await page.getByLabel('Feedback for the student').fill(feedback)
  await page.getByRole('button', { name: 'Tell the student' }).click()
  await expect(page.getByText('You offered them the job')).toBeVisible()
  await openInterview(student)
  await expect(student.page.getByText('Harbourline offered you the job')).toBeVisible()
  await expect(student.page.getByText(feedback)).toBeVisible()
  await student.page.getByText('Add what happened later').click()
  await student.page.getByRole('radio', { name: 'You were hired' }).check()
  await student.page.getByRole('button', { name: 'Add this' }).click()
  await openInterview(recruiter)
  await expect(page.getByText('They were hired').first()).toBeVisible()
}

/** An interview that the employer cancels: it must give a reason, and the student reads it. */
export async function cancelIt(recruiter: Person, student: Person, title: string): Promise<void> {
  const { page } = recruiter
  const reason = 'The post is filled from our own house, and we are sorry for your time.'
  await openInterview(recruiter, title)
  await page.getByText('Cancel the interview', { exact: true }).click()
  await page.getByRole('button', { name: 'Cancel this interview' }).click()
  await expect(page.getByRole('alert')).toContainText('Say in one sentence why')
  await page.getByLabel('Reason', { exact: true }).fill(reason)
  await page.getByRole('button', { name: 'Cancel this interview' }).click()
  await expect(page.getByText('Your organization cancelled the interview')).toBeVisible()
  await openInterview(student, title)
  await expect(student.page.getByText('Harbourline cancelled the interview')).toBeVisible()
  await expect(student.page.getByText(reason)).toBeVisible()
}
