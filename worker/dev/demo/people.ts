import { sql } from 'drizzle-orm'
import * as v from 'valibot'

import { hashToken, newToken } from '../../accounts/session/session.ts'
import { Client } from './client.ts'
import type { Stage } from './stage.ts'
import type { Demo } from './texts.ts'

interface Profile {
  id: string
  name: string
  email: string
  birthYear?: number | undefined
}

const Session = v.object({
  account: v.object({ id: v.string() }),
  memberships: v.array(
    v.object({
      membershipId: v.string(),
      organizationId: v.string(),
      role: v.picklist(['student', 'mentor', 'recruiter', 'admin']),
      kind: v.picklist(['programme', 'employer']),
      operator: v.boolean(),
      open: v.boolean(),
    }),
  ),
})
const Id = v.object({ id: v.string() })
const Account = v.object({ version: v.number() })

/** Signs a person in with a mailed code for the first time, which creates their account. */
export async function firstVisit(stage: Stage, { id, email }: Profile): Promise<Client> {
  const browser = new Client(stage)
  await browser.post('/api/sign-ins', { email })
  stage.wait(1)
  await stage.settle()
  const code = stage.codes.get(email) ?? ''
  await browser.post('/api/session', { by: 'code', code, sharedComputer: false })
  const { account } = await browser.ask(Session, 'GET', '/api/session')
  stage.people.set(id, { email, accountId: account.id, acting: [] })
  return browser
}

/**
 * Creates the college, its first admin and its cohorts. Returns the cohorts' ids by their ids in
 * the texts.
 */
export async function foundCollege(stage: Stage, { people }: Demo): Promise<Map<string, string>> {
  const [first] = people.admins
  if (!first) throw new Error('A college needs an admin.')
  const browser = await firstVisit(stage, first)
  await introduce(browser, first)
  await browser.post('/api/first-admin', {
    token: await setupToken(stage),
    programmeName: people.college.name,
  })
  await joined(stage, first.id, browser)

  const admin = await stage.as(first.id)
  const { name, aliases } = people.college
  await admin.put('/api/organization', { name, aliases })
  const cohorts = new Map<string, string>()
  for (const cohort of people.cohorts) {
    const { id } = await admin.ask(Id, 'POST', '/api/cohorts', { name: cohort.name })
    cohorts.set(cohort.id, id)
  }
  return cohorts
}

/** Accepts an invitation: signs in, fills in the profile, opens the link. */
export async function join(stage: Stage, person: Profile): Promise<void> {
  const browser = await firstVisit(stage, person)
  await introduce(browser, person)
  stage.wait(2)
  await browser.post(`/api/invitations/${stage.invitations.get(person.email)}/acceptance`)
  await joined(stage, person.id, browser)
}

export async function introduce(browser: Client, { name, birthYear }: Profile): Promise<void> {
  const { version } = await browser.ask(Account, 'GET', '/api/account')
  const born = birthYear === undefined ? {} : { birthYear }
  await browser.put('/api/account', { name, language: 'en', ...born, version })
}

/** Stores a person's memberships on the stage, and makes one request as them to record a visit. */
export async function joined(stage: Stage, id: string, browser: Client): Promise<void> {
  const { memberships } = await browser.ask(Session, 'GET', '/api/session')
  stage.people.set(id, { ...stage.person(id), acting: memberships })
  await (await stage.as(id)).ask(Session, 'GET', '/api/session')
}

/** Stores a setup token, as `npm run setup` does. */
async function setupToken(stage: Stage): Promise<string> {
  const token = newToken()
  const end = stage.now.getTime() + 86_400_000
  const { db } = stage.call
  await db.run(sql`INSERT INTO setup_tokens (token_hash, expires_at)
    VALUES (${await hashToken(token)}, ${end})`)
  return token
}
