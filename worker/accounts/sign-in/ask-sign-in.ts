import type { InferOutput } from 'valibot'

import type { Call } from '../../foundation/call/call.ts'
import { keyedHash } from '../../foundation/crypto/secrets.ts'
import { invalidInput } from '../../http/problems.ts'
import type { AskSignInInput } from './ask-sign-in-input.ts'
import { domainOf, emailIndex, readEmail } from '../account/email.ts'
import { longLivesSeconds, sendCode, sendLongCode } from './send-code.ts'
import { codesFrom, codesOf, findUsage } from './limits.ts'

/** ISO times. */
interface LongCode {
  mailedAt: string
  nextAt: string
  /** Set if this request mailed it. */
  isNew?: true
}

interface Asked {
  token: string
  longCode?: LongCode
  /** Set while the mail carrier takes no more mail: the code may come too late, or not at all. */
  mailIsLate?: true
}

type Input = InferOutput<typeof AskSignInInput>

/**
 * Sends a code to an address. The same statements run for known, unknown and disabled addresses, so
 * the answer does not reveal who has an account. If the address's short codes or tries are used up,
 * perhaps by others, it gets a long code, which works in any browser. Returns the token for the
 * sign-in cookie. If a long code was mailed within the hour, no mail is sent. The answer says when it
 * was mailed, even if that code was used.
 */
export async function askSignIn(call: Call, { email }: Input, address: string): Promise<Asked> {
  const to = readEmail(email)
  if (!to || isForbidden(call, to)) throw invalidInput('Check: email.', { fields: ['email'] })

  const index = await emailIndex(call, to)
  const recipient = { email: to, emailIndex: index, accountId: null }
  const usage = await findUsage(call, index)
  const late = usage.mail_full ? { mailIsLate: true as const } : {}
  call.caps.push(codesFrom(await hashAddress(call, address)))
  if (usage.open === 0) {
    const mailedAt = usage.long_mailed_at
    const token = await sendLongCode(call, recipient, { stands: mailedAt !== null })
    if (mailedAt !== null) return { token, longCode: longCodeOf(mailedAt) }
    return { token, longCode: { ...longCodeOf(call.now.getTime()), isNew: true }, ...late }
  }
  call.caps.push(...codesOf(index))
  return { token: await sendCode(call, recipient), ...late }
}

const longCodeOf = (mailedAt: number): LongCode => ({
  mailedAt: new Date(mailedAt).toISOString(),
  nextAt: new Date(mailedAt + longLivesSeconds * 1000).toISOString(),
})

export function hashAddress(call: Call, address: string): Promise<string> {
  return keyedHash(call, 'EMAIL_INDEX_KEY', `address ${address}`)
}

/** Whether nobody may sign in with this address: demo people exist only in local development. */
function isForbidden({ env }: Call, email: string): boolean {
  return env.ENVIRONMENT === 'production' && domainOf(email).endsWith('.demo.invalid')
}
