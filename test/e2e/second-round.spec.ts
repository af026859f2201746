import { type Browser, expect, test } from '@playwright/test'

import { playByDoors } from '../support/by-doors/play.ts'
import { practiseByDoors } from '../support/by-doors/practise.ts'
import { later } from './support/clock.ts'
import { judgeByDoors } from './support/judge-by-doors.ts'
import { demoOrigin } from './support/origins.ts'
import { demoAddress } from './support/pages.ts'
import { Person } from './support/person.ts'

/** A challenge that nobody else in the demo has handed in. */
const challenge = 'no-running'
const open = 'learn-from-what-happened'
const changed =
  'I say at the handover what I learned: the bell rang twice before anybody asked me, so from next week I ask each of you on Monday what you carry, and I write the three names and times on the board beside the door. Today I did it too late, because I waited for a call that nobody had promised. Next time I call at nine, I say what I saw, and I ask Ines to read it back to me before she leaves the hall.'

test('a first round, a plan, a second round and a badge', async ({ browser }) => {
  // Little is known of these peers' levels, so the mentor is the first to be offered the next round.
  const [student, one, other, mentor] = await Promise.all([
    signedIn(browser, 'dawit', 390),
    signedIn(browser, 'mateo'),
    signedIn(browser, 'marisol'),
    signedIn(browser, 'farhad'),
  ])
  const { page } = student

  await test.step('three people judge the first round, and one criterion stays open', async () => {
    await Promise.all(
      [student, one, other].map((person) => playByDoors(person, challenge, person.email)),
    )
    for (const person of [one, other, mentor]) await practiseByDoors(person, challenge)
    for (const person of [one, other, mentor]) await judgeFor(student, person, { [open]: 1 })
  })

  await test.step('the result says what a second round needs', async () => {
    // Past the week in which the comments wait for reviews that the student owes.
    await later(page, demoOrigin, 8 * 86_400)
    // A mentor stays signed in for seven days.
    await mentor.signIn()
    await page.goto('/home')
    await page.getByRole('link', { name: 'Read your result' }).first().click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/not yet/i)
    await expect(
      page.getByText(/^You still need to show one criterion: .*You can change your answer to 1/),
    ).toBeVisible()
    await expect(page.getByText(/simulation/)).toBeVisible()
    await page.getByRole('button', { name: 'Change my answers' }).click()
    await expect(page.getByRole('heading', { name: 'Plan your changes' })).toBeVisible()
  })

  await test.step('a plan is made of a comment, and survives a reload', async () => {
    await page.getByRole('button', { name: /^Say what you learned/ }).click()
    await page.getByLabel('What will you do differently?').fill('I say what I learned, by name.')
    await expect(page.getByText(/^Saved/).first()).toBeVisible()
    await page.reload()
    await expect(page.getByLabel('What will you do differently?')).toHaveValue(
      'I say what I learned, by name.',
    )
    await page.getByRole('button', { name: 'Continue to my answers' }).click()
  })

  await test.step('only the answer that can show what is open changes', async () => {
    await expect(page.getByRole('heading', { name: 'Change your answers' })).toBeVisible()
    // On a phone the plan is folded, and stays at the top.
    await page.locator('summary').filter({ hasText: 'Your plan' }).click()
    await expect(page.getByText('I say what I learned, by name.')).toBeVisible()
    await page.locator('summary').filter({ hasText: 'Your plan' }).click()
    await expect(page.getByRole('textbox')).toHaveCount(1)
    await expect(page.getByText(/already shown/)).toBeVisible()
    await page.getByRole('textbox').fill(changed)
    await expect(page.getByText(/^Saved/).first()).toBeVisible()
    await page.getByRole('button', { name: 'Hand in my answers' }).click()
    await expect(page.getByRole('heading', { name: 'Handed in', level: 1 })).toBeVisible()
  })

  await test.step('the mentor who knows the first round is offered it first, with both texts', async () => {
    await openAnswerKnownTo(mentor)
    await expect(mentor.page.getByText('You reviewed the last round of this answer')).toBeVisible()
    await expect(mentor.page.getByText('The earlier answer').first()).toBeVisible()
    await expect(mentor.page.locator('mark').first()).toBeVisible()
    await judgeFor(student, mentor, { [open]: 4 })
  })

  await test.step('others judge what was open, and the result has all four criteria', async () => {
    for (const name of ['callum']) {
      const peer = await signedIn(browser, name)
      await playByDoors(peer, challenge, peer.email)
      await practiseByDoors(peer, challenge)
      await judgeFor(student, peer, { [open]: 4 })
    }
    await later(page, demoOrigin, 8 * 86_400)
    await page.goto('/home')
    await page.getByRole('link', { name: 'Read your result' }).first().click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/proficient in initiative/i)
    await page.locator('summary').filter({ hasText: 'Round 1, decided on' }).click()
    await expect(page.getByText('You did not change this answer.')).toBeVisible()
    await expect(page.getByText('The marked words are not in your newest answer.')).toBeVisible()
  })

  await test.step('the badge names both texts, each with its date', async () => {
    await expect
      .poll(async () => {
        const { credentials } = await student.get('/api/credentials')
        return credentials.find(({ skill }: { skill: string }) => skill === 'initiative')?.state
      })
      .toBe('in-force')
    const { credentials } = await student.get('/api/credentials')
    const { id } = credentials.find(({ skill }: { skill: string }) => skill === 'initiative')
    const { document } = await student.get(`/api/credentials/${id}`)
    expect(document.credentialSubject.result).toHaveLength(5)
    expect(document.evidence[0].description).toMatch(
      /answered on .*: answered on .*ni:\/\/\/sha-256/,
    )
  })
})

/** Reviews answers of the challenge until the student's own is among them. */
async function judgeFor(student: Person, person: Person, levels: Record<string, number> = {}) {
  const { attempts } = await student.get('/api/attempts')
  const attempt = attempts.find(
    ({ challengeId }: { challengeId: string }) => challengeId === challenge,
  )
  const done = async () => {
    const result = await student.get(`/api/attempts/${attempt.id}/result`)
    return result.state === 'decided' ? 99 : result.reviews.done
  }
  const before = await done()
  for (let tries = 0; tries < 8; tries++) {
    expect(await judgeByDoors(person, challenge, levels)).toBe(true)
    if ((await done()) > before) return
  }
  throw new Error('The answer was never offered.')
}

/** Opens the desk with an answer whose last round this person reviewed. Hidden items come before. */
async function openAnswerKnownTo(person: Person): Promise<void> {
  for (let tries = 0; tries < 4; tries++) {
    const { claim } = await person.post('/api/claims', { challengeId: challenge })
    const { earlier } = await person.get(`/api/claims/${claim.id}`)
    if (earlier) return void (await person.page.goto(`/reviews/${claim.id}`))
    await judgeByDoors(person, challenge)
  }
  throw new Error('The answer was never offered.')
}

async function signedIn(browser: Browser, first: string, width?: number): Promise<Person> {
  const person = await Person.with(browser, demoOrigin, demoAddress(first), width)
  await person.signIn()
  return person
}
