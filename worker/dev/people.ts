import { eq, inArray } from 'drizzle-orm'

import { databaseOf } from '../database-of.ts'
import { cookieSeconds } from '../accounts/session/choose-membership.ts'
import { sessionCookie } from '../accounts/session/cookies.ts'
import { emailIndexes } from '../accounts/account/email.ts'
import { accounts, memberships } from '../accounts/tables.ts'
import type { Bindings } from '../env.ts'
import { connect } from '../foundation/call/db.ts'
import { newId } from '../foundation/call/id.ts'
import { unknownReader } from '../foundation/reader/languages.ts'
import { systemCall } from '../foundation/call/system-call.ts'
import { html } from '../http/html.ts'
import { findDemoPeople } from './demo-people.ts'
import { whereToGoOn } from './demo/list.ts'
import { signIn } from './demo/sign-in.ts'

/**
 * Adds a list of the demo people to the page in `response`, each with a button to sign in as them.
 */
export async function demoSection(response: Response, env: Bindings): Promise<Response> {
  const people = await findDemoPeople(env)
  if (people.length === 0) return response
  const section = html`<section id="demo-people" class="page stack" aria-labelledby="demo-heading">
    <h2 id="demo-heading">Or sign in as someone from the demo</h2>
    <p>
      These people are made up. Choose one to sign in. See their emails, or move the clock:
      <a href="/dev/mail">/dev/mail</a>.
    </p>
    <ul class="ledger">
      ${people.map(
        ({ email, who, what }) =>
          html`<li class="entry">
            <div>
              <h3>${who}</h3>
              <p class="soft">${what}</p>
            </div>
            <form class="entry-action" method="post" action="/dev/session">
              <button class="button" name="email" value="${email}">
                Sign in<span class="visually-hidden"> as ${who}</span>
              </button>
            </form>
          </li>`,
      )}
    </ul>
  </section>`
  return new HTMLRewriter()
    .on('#app', { element: (app) => void app.after(section.for(unknownReader), { html: true }) })
    .transform(response)
}

/**
 * Signs in as a demo person, as if they had just typed a code, and redirects to the page where
 * their story continues.
 */
export async function openDemoSession(request: Request, env: Bindings): Promise<Response> {
  const form = new URLSearchParams(await request.text())
  const email = form.get('email') ?? ''
  const person = (await findDemoPeople(env)).find((one) => one.email === email)
  if (!person) return new Response('No such demo person', { status: 404 })

  const db = connect(databaseOf(env))
  const call = systemCall(env, newId())
  const indexes = await emailIndexes(call, email)
  const found = await db
    .select({ accountId: accounts.id, membershipId: memberships.id })
    .from(accounts)
    .leftJoin(memberships, eq(memberships.accountId, accounts.id))
    .where(inArray(accounts.emailIndex, indexes))
    .get()
  if (!found) return new Response('No such demo person', { status: 404 })

  const token = await signIn(call, found.accountId, found.membershipId)
  const cookie = `${sessionCookie}=${token}; Max-Age=${cookieSeconds(false)}; Path=/; HttpOnly; Secure; SameSite=Lax`
  return new Response(null, {
    status: 303,
    headers: {
      location: whereToGoOn(person.path, found.membershipId !== null),
      'set-cookie': cookie,
      'cache-control': 'no-store',
    },
  })
}
