import { type APIRequestContext, expect } from '@playwright/test'

/** Mail to an address, newest first, from the JSON version of the mailbox page. */
export async function mailFor(request: APIRequestContext, address: string) {
  const response = await request.get('/dev/mail.json')
  const { mails }: { mails: { recipient: string; subject: string; body: string }[] } =
    await response.json()
  return mails.filter(({ recipient }) => recipient === address)
}

const used = new Set<string>()

/**
 * The newest code that was not typed yet; other mails may have come after it. Waits for the outbox,
 * which runs right after the response.
 */
export async function codeFor(request: APIRequestContext, address: string): Promise<string> {
  let code = ''
  await expect
    .poll(async () => {
      const mails = await mailFor(request, address)
      const codes = mails.map(({ subject }) => /^Your code: (\w{8})$/.exec(subject)?.[1] ?? '')
      code = codes.find((each) => each !== '' && !used.has(each)) ?? ''
      return code
    })
    .toMatch(/^\w{8}$/)
  used.add(code)
  return code
}
