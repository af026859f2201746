import { databaseOf } from '../database-of.ts'
import type { Bindings, Mail, MailBinding } from '../env.ts'
import { clock } from '../foundation/call/clock.ts'
import { unknownReader } from '../foundation/reader/languages.ts'
import { html } from '../http/html.ts'
import { openDev, sealDev } from './dev-text.ts'
import { everyAnswer, pageHeaders } from '../http/headers.ts'
import { page } from '../http/page.ts'

/** Stores mail in a table, sealed. If a note runs twice, its mail is stored once. */
export function devMailbox(env: Bindings): MailBinding {
  return {
    async send({ noteId, to: recipient, subject, text: body, attachment }: Mail) {
      const mail = { recipient, subject, body, attachment: attachment?.content ?? null }
      await databaseOf(env)
        .prepare('INSERT OR IGNORE INTO dev_sent VALUES (?, ?, ?)')
        .bind(noteId, clock(env).getTime(), await sealDev(env, 'dev_mails', noteId, mail))
        .run()
    },
  }
}

interface Row {
  at: number
  recipient: string
  subject: string
  body: string
}

/** The stored mails as JSON, for scripts. */
export async function mailList(env: Bindings): Promise<Response> {
  return Response.json({ mails: await findMails(env) })
}

async function findMails(env: Bindings): Promise<Row[]> {
  const { results } = await databaseOf(env)
    .prepare(
      'SELECT note_id AS "row", at, mail AS sealed FROM dev_sent ORDER BY rowid DESC LIMIT 100',
    )
    .all<{ row: string; at: number; sealed: string }>()
  const mails = await openDev<Omit<Row, 'at'>>(env, 'dev_mails', results)
  return mails.map(({ recipient, subject, body }, index) => {
    return { at: results[index]?.at ?? 0, recipient, subject, body }
  })
}

/** The page of the stored mails, the newest first. */
export async function mailPage(env: Bindings): Promise<Response> {
  const results = await findMails(env)
  const body = html`<div class="page stack">
    <h1>Emails</h1>
    <p>No email leaves this laptop. You see them here instead, newest first.</p>
    <form class="row" method="post" action="/dev/clock">
      <span
        >It is ${clock(env).toISOString().slice(0, 16).replace('T', ' ')} UTC here. Move the clock
        by</span
      >
      <button class="button" name="advanceSeconds" value="300">5 minutes</button>
      <button class="button" name="advanceSeconds" value="86400">a day</button>
      <button class="button" name="advanceSeconds" value="604800">a week</button>
    </form>
    ${results.length === 0 && html`<p>No emails yet.</p>`}
    ${results.map(
      ({ at, recipient, subject, body: text }) => html`
        <section class="section">
          <div>
            <h2>${subject}</h2>
            <p>
              <small
                >${recipient}, ${new Date(at).toISOString().slice(0, 16).replace('T', ' ')}</small
              >
            </p>
          </div>
          <div class="stack">${paragraphs(text)}</div>
        </section>
      `,
    )}
  </div>`
  return new Response(page({ title: 'Emails', body })(unknownReader), {
    headers: {
      ...everyAnswer,
      ...pageHeaders,
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
    },
  })
}

function paragraphs(text: string) {
  return text
    .split('\n\n')
    .map((part) =>
      /^https?:\/\/\S+$/.test(part.trim())
        ? html`<p><a href="${part.trim()}">${part.trim()}</a></p>`
        : html`<p>${part}</p>`,
    )
}
