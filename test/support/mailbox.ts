import type { Mail, MailBinding } from '../../worker/env.ts'

/** All mail sent in this file so far, newest last. */
export const mailbox: Mail[] = []

export const collectMail: MailBinding = {
  send: (mail) => {
    mailbox.push(mail)
    return Promise.resolve()
  },
}

/** The code last mailed to an address. */
export function codeFor(address: string): string {
  const codes = mailbox.flatMap(({ to, text }) =>
    to === address ? (/is ([0-9A-Z]{8})\./.exec(text)?.[1] ?? []) : [],
  )
  return codes.at(-1) ?? ''
}
