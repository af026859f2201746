import { type APIRequestContext, expect } from '@playwright/test'

/** What was mailed to an address, the newest first. The mailbox page is HTML; it has a JSON twin. */
export async function mailFor(request: APIRequestContext, address: string) {
  const response = await request.get('/dev/mail.json')
  const { mails }: { mails: { recipient: string; subject: string; body: string }[] } =
    await response.json()
  return mails.filter(({ recipient }) => recipient === address)
}

/** The code of the last mail; waits for the outbox, which answers right after the response. */
export async function codeFor(request: APIRequestContext, address: string): Promise<string> {
  let code = ''
  await expect
    .poll(async () => {
      const [mail] = await mailFor(request, address)
      code = /^Your code: (\w{8})$/.exec(mail?.subject ?? '')?.[1] ?? ''
      return code
    })
    .toMatch(/^\w{8}$/)
  return code
}
