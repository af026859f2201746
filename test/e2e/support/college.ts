import { spawnSync } from 'node:child_process'

import { type Browser, expect } from '@playwright/test'

import { mailFor } from './mail.ts'
import { Person } from './person.ts'

export interface College {
  admin: Person
  joinCode: string
}

/** A programme as `npm run setup` starts it: a token, the first admin, their programme. */
export async function foundCollege(browser: Browser, origin: string): Promise<College> {
  const { stdout } = spawnSync('node_modules/.bin/node', ['tools/setup.mjs'], {
    encoding: 'utf8',
    env: { ...process.env, PORT: new URL(origin).port },
  })
  const link = /http:\/\/\S+\/first-admin\?token=[\w-]{43}/.exec(stdout)?.[0] ?? ''
  expect(link).not.toBe('')

  const admin = await Person.with(browser, origin, 'admin@northgate.example')
  await admin.signIn()
  await named(admin, 'Ada Okafor')
  await admin.page.goto(link)
  await admin.page.getByLabel('Name of your programme').fill('Northgate College')
  await admin.page.getByRole('button', { name: 'Create the programme' }).click()
  await expect(admin.page.getByRole('heading', { name: 'Home', level: 1 })).toBeVisible()
  const { joinCode } = await admin.get('/api/organization')
  return { admin, joinCode }
}

/** Gives a new account its name, as the welcome page does. */
export async function named(person: Person, name: string, birthYear?: number): Promise<void> {
  const { version } = await person.get('/api/account')
  await person.put('/api/account', {
    name,
    language: 'en',
    version,
    ...(birthYear && { birthYear }),
  })
}

/** Invites a person by mail, who accepts through the API and acts in the new membership. */
export async function invited(
  browser: Browser,
  { admin }: College,
  { email, name, role }: { email: string; name: string; role: 'student' | 'mentor' },
): Promise<Person> {
  await admin.post('/api/invitations', { emails: [email], role })
  const person = await Person.with(browser, admin.origin, email)
  let link = ''
  await expect
    .poll(async () => {
      const [mail] = await mailFor(person.page.request, email)
      link = /http:\/\/\S+\/invitations\/[\w-]{43}/.exec(mail?.body ?? '')?.[0] ?? ''
      return link
    })
    .not.toBe('')
  await person.signInByDoors()
  await named(person, name, role === 'student' ? 1997 : undefined)
  const token = link.split('/').at(-1)
  const { membershipId } = await person.post(`/api/invitations/${token}/acceptance`)
  await person.put('/api/session/membership', { membershipId })
  return person
}
