import { expect, test } from '@playwright/test'

import { readTexts } from '../../tools/demo/read-texts.ts'
import { openJob } from '../support/by-doors/employer.ts'
import { playByDoors } from '../support/by-doors/play.ts'
import { practiseByDoors } from '../support/by-doors/practise.ts'
import { emptyOrigin } from './support/origins.ts'
import { checkBadge } from './support/badge.ts'
import { daysBack, later } from './support/clock.ts'
import { type College, foundCollege, invited } from './support/college.ts'
import {
  acceptInterview,
  askForInterview,
  becomeFound,
  meet,
  openEmployer,
} from './support/hire.ts'
import { cancelIt, decideIt, holdIt, moveIt, sayWhere, writeTo } from './support/meet.ts'
import { judgeByDoors } from './support/judge-by-doors.ts'
import { practiseByHand, reviewByHand } from './support/judge.ts'
import { reviewByKeys, takeByKeys } from './support/keyboard.ts'
import { Person } from './support/person.ts'
import { playByHand } from './support/play.ts'

const challenge = 'hand-to-hand'

// One after another: both move the clock of the same instance.
test.describe.configure({ mode: 'serial' })
let college: College

test('from the first visit to an interview, by five people', async ({ browser }) => {
  const student = await Person.with(browser, emptyOrigin, 'noor@people.example', 390)
  await daysBack(student.page, emptyOrigin, 1)
  college = await foundCollege(browser, emptyOrigin)
  const peers: [Person, Person] = [
    await invited(browser, college, {
      email: 'tom@people.example',
      name: 'Tom Reyes',
      role: 'student',
    }),
    await invited(browser, college, {
      email: 'mei@people.example',
      name: 'Mei Lund',
      role: 'student',
    }),
  ]
  const recruiter = await openEmployer(browser, college)
  const mentor = await invited(browser, college, {
    email: 'joan@people.example',
    name: 'Joan Bello',
    role: 'mentor',
  })

  await test.step('a student finds a challenge, joins and begins', async () => {
    const { page } = student
    await page.goto('/')
    await page.getByRole('link', { name: 'Find a challenge' }).click()
    await page.getByRole('link', { name: 'Hand to hand' }).click()
    await page.getByRole('link', { name: /begin/i }).first().click()
    await page.getByRole('link', { name: 'Sign in and begin' }).click()
    await student.signInHere()
    await page.getByLabel('Your name').fill('Noor Haddad')
    await page.getByRole('button', { name: 'Continue' }).click()
    await expect(page.getByRole('heading', { name: 'Hand to hand' })).toBeVisible()
    await page.getByRole('link', { name: 'Join a programme' }).click()
    await page.getByLabel('Code from your programme').fill(college.joinCode.toLowerCase())
    await page.getByRole('button', { name: 'Join with this code' }).click()
    await page.getByLabel('Year you were born').selectOption('1999')
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByRole('button', { name: 'Begin the story' }).click()
    await playByHand(student, 'Noor')
  })

  await test.step('checks, hands in and sees an expected date', async () => {
    const { page } = student
    await page.getByRole('link', { name: 'Check your answers' }).click()
    await page.getByRole('button', { name: 'Hand in my answers' }).click()
    await expect(page.getByRole('heading', { name: 'Handed in', level: 1 })).toBeVisible()
    await expect(page.getByText(/You’ll have your result by .*\d/)).toBeVisible()
  })

  await test.step('two peers practise and judge, and then a mentor does', async () => {
    const [first, second] = peers
    for (const peer of peers) await playByDoors(peer, challenge, peer.email)
    await later(student.page, emptyOrigin, 60)
    await practiseByHand(first)
    await practiseByDoors(second, challenge)
    await practiseByDoors(mentor, challenge)
    // One review of each by hand, and the others through the API.
    for (const reviewer of [...peers, mentor]) {
      expect(await reviewByHand(reviewer, challenge)).toBe(true)
      await later(reviewer.page, emptyOrigin, 120)
      while (await judgeByDoors(reviewer, challenge));
    }
  })

  await test.step('the student reads the result', async () => {
    const { page } = student
    await page.goto('/home')
    await page.getByRole('link', { name: 'Read your result' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/proficient in collaboration/i)
    // The rest opens when the owed reviews are done: second-round.spec.ts reads it.
    await expect(page.getByRole('heading', { name: 'Comments and levels' })).toBeVisible()
  })

  await test.step('publishes the badge, which three verifiers accept and refuse once altered', async () => {
    const { page } = student
    await page.goto('/badges')
    await page
      .getByRole('link', { name: /Collaboration/ })
      .first()
      .click()
    await page.getByRole('button', { name: 'Make a public page' }).click()
    await student.proveAgain()
    await expect(page.getByText('This badge has a public page')).toBeVisible()
    const { credentials } = await student.get('/api/credentials')
    await checkBadge(page.request, credentials[0].page)
  })

  await test.step('lets employers find it, without a name', () => becomeFound(student))

  await test.step('a recruiter finds it and asks for an interview', () =>
    askForInterview(recruiter, /Noor|Haddad|Northgate|people\.example/))

  await test.step('the student accepts a time, and only then the recruiter learns who it is', async () => {
    await later(student.page, emptyOrigin, 700)
    await acceptInterview(student)
    await meet(recruiter)
  })

  await test.step('the employer says where it is, and the two can write to each other', async () => {
    await sayWhere(recruiter, student)
    await writeTo(student, recruiter)
  })

  await test.step('the student asks to move, and the recruiter takes the time', () =>
    moveIt(student, recruiter))

  await test.step('it took place, and both read what came of it', async () => {
    await holdIt(student, recruiter)
    await decideIt(recruiter, student)
  })

  await test.step('another interview is cancelled, with a reason that the student reads', async () => {
    const title = 'Ramp lead, late boats'
    await college.admin.signInAs('admin')
    await openJob(recruiter, college.admin, title)
    await askForInterview(recruiter, /Noor|Haddad|Northgate|people\.example/, title)
    await later(student.page, emptyOrigin, 700)
    await acceptInterview(student, title)
    await cancelIt(recruiter, student, title)
  })

  await test.step('the demo is not made where people are', async () => {
    const data = readTexts()
    const answer = await student.page.request.post(`${emptyOrigin}/dev/seed`, {
      data,
      headers: { origin: emptyOrigin },
    })
    expect(await answer.json()).toEqual({ seeded: false })
  })
})

test('ten answers are judged with the keyboard alone', async ({ browser }) => {
  const join = async (name: string) => {
    const email = `${name.toLowerCase()}@people.example`
    const person = await invited(browser, college, { email, name, role: 'student' })
    await playByDoors(person, challenge, name)
    return person
  }
  const reviewer = await join('Kim')
  await practiseByDoors(reviewer, challenge)
  await Promise.all(Array.from('ABCDEFGHIJ', (letter) => join(`Student${letter}`)))

  await takeByKeys(reviewer)
  for (let number = 1; number <= 10; number++) await reviewByKeys(reviewer, challenge, number)

  const { owed } = await reviewer.get('/api/review-work')
  expect(owed.done).toBe(10)
})
