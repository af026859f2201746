import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'

import { prepareDev, writeState } from '../../../worker/dev/clock.ts'
import { localEnv } from '../../../worker/dev/local-env.ts'
import { sealOlder } from '../../../worker/dev/seal-older.ts'
import { findDemoPeople } from '../../../worker/dev/demo-people.ts'
import { devMailbox, mailList } from '../../../worker/dev/mailbox.ts'
import { dropDevTables } from '../../support/dev-tables.ts'

it('the development mailbox shows the mail sent last on top, at any clock setting', async () => {
  await prepareDev(env)
  try {
    for (const [n, CLOCK_OFFSET_MS] of [0, 7 * 86_400_000, 3_600_000].entries()) {
      const to = 'jo@x.example'
      const mail = {
        sort: 'news',
        noteId: `note ${n}`,
        to,
        subject: `Mail ${n}`,
        text: '',
      } as const
      await devMailbox({ ...env, CLOCK_OFFSET_MS }).send(mail)
    }
    const { mails }: { mails: { subject: string }[] } = await (await mailList(env)).json()
    expect(mails.map(({ subject }) => subject)).toEqual(['Mail 2', 'Mail 1', 'Mail 0'])
    await writeState(env, 'clock', 7 * 86_400_000)
    const to = 'jo@x.example'
    const mail = { sort: 'news', noteId: 'moved', to, subject: 'Moved', text: '' } as const
    await (await localEnv(env)).MAIL?.send(mail)
    const [last] = (await (await mailList(env)).json<{ mails: { at: number }[] }>()).mails
    expect(last?.at).toBeGreaterThan(Date.now() + 6 * 86_400_000)
    const { results } = await env.DB.prepare('SELECT mail FROM dev_sent').all<{ mail: string }>()
    expect(results.map(({ mail: sealed }) => sealed.slice(0, 15))).toEqual(
      results.map(() => '1|organization:'),
    )
  } finally {
    await dropDevTables()
  }
})

it('seals the emails and demo people of an older data folder', async () => {
  await prepareDev(env)
  await env.DB.exec(
    'CREATE TABLE dev_mails (note_id TEXT, at INTEGER, recipient TEXT, subject TEXT, body TEXT, attachment TEXT)',
  )
  await env.DB.exec(
    'CREATE TABLE dev_people (email TEXT, place INTEGER, who TEXT, what TEXT, path TEXT)',
  )
  await env.DB.exec("INSERT INTO dev_mails VALUES ('n', 5, 'jo@x.example', 'Hello', 'Text', NULL)")
  await env.DB.exec("INSERT INTO dev_people VALUES ('jo@x.example', 3, 'Jo', 'Reviews', '/home')")
  try {
    await sealOlder(env)
    const { mails }: { mails: object[] } = await (await mailList(env)).json()
    expect(mails).toEqual([{ at: 5, recipient: 'jo@x.example', subject: 'Hello', body: 'Text' }])
    expect(await findDemoPeople(env)).toEqual([
      { email: 'jo@x.example', who: 'Jo', what: 'Reviews', path: '/home' },
    ])
    const tables = await env.DB.prepare(
      "SELECT name FROM sqlite_master WHERE name IN ('dev_mails', 'dev_people')",
    ).all()
    expect(tables.results).toEqual([])
  } finally {
    await dropDevTables()
  }
})
