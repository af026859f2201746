import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'

import { prepareDev, writeState } from '../../../worker/dev/clock.ts'
import { localEnv } from '../../../worker/dev/local-env.ts'
import { devMailbox, mailList } from '../../../worker/dev/mailbox.ts'

it('the development mailbox shows the mail sent last on top, at any clock setting', async () => {
  await prepareDev(env)
  try {
    for (const [n, CLOCK_OFFSET_MS] of [0, 7 * 86_400_000, 3_600_000].entries()) {
      const mail = { noteId: `note ${n}`, to: 'jo@x.example', subject: `Mail ${n}`, text: '' }
      await devMailbox({ ...env, CLOCK_OFFSET_MS }).send(mail)
    }
    const { mails }: { mails: { subject: string }[] } = await (await mailList(env)).json()
    expect(mails.map(({ subject }) => subject)).toEqual(['Mail 2', 'Mail 1', 'Mail 0'])
    await writeState(env, 'clock', 7 * 86_400_000)
    const mail = { noteId: 'moved', to: 'jo@x.example', subject: 'Moved', text: '' }
    await (await localEnv(env)).MAIL?.send(mail)
    const [last] = (await (await mailList(env)).json<{ mails: { at: number }[] }>()).mails
    expect(last?.at).toBeGreaterThan(Date.now() + 6 * 86_400_000)
  } finally {
    for (const table of ['dev_state', 'dev_mails', 'dev_people']) {
      await env.DB.exec(`DROP TABLE ${table}`)
    }
  }
})
