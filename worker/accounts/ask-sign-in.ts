import type { InferOutput } from 'valibot'

import { auditEntry } from '../audit/entry.ts'
import type { Call } from '../foundation/call.ts'
import { commit } from '../foundation/commit.ts'
import { base64url } from '../foundation/encoding.ts'
import { note } from '../foundation/note.ts'
import { keyedHash } from '../foundation/secrets.ts'
import { seal } from '../foundation/seal.ts'
import { invalidInput } from '../http/problems.ts'
import type { AskSignInInput } from './ask-sign-in-input.ts'
import { hashCode, newCode } from './code.ts'
import { domainOf, emailIndex, readEmail } from './email.ts'
import { hashToken, newToken } from './session.ts'
import { signIns } from './tables.ts'

type Input = InferOutput<typeof AskSignInInput>

const livesSeconds = 600

/**
 * Sends a code to an address. Known, unknown and disabled addresses run the same statements, so the
 * answer tells nobody who has an account. Gives the token for the browser's sign-in cookie.
 */
export async function askSignIn(call: Call, { email }: Input, address: string): Promise<string> {
  const to = readEmail(email)
  if (!to || isForbidden(call, to)) throw invalidInput('Check: email.', { fields: ['email'] })

  const index = await emailIndex(call.env.EMAIL_INDEX_KEY, to)
  call.caps.push(
    { key: `sign-in ${index}`, cap: 10, windowSeconds: 3_600 },
    { key: `sign-in from ${await hashAddress(call, address)}`, cap: 200, windowSeconds: 3_600 },
  )
  return sendCode(call, { email: to, emailIndex: index, accountId: null })
}

interface Recipient {
  email: string
  emailIndex: string
  /** Set for a fresh proof by somebody who is signed in. */
  accountId: string | null
}

export async function sendCode(call: Call, recipient: Recipient): Promise<string> {
  const token = newToken()
  const idHash = await hashToken(token)
  const code = newCode()
  await commit(
    call,
    [
      call.db.insert(signIns).values({
        ...recipient,
        email: seal(recipient.email),
        idHash,
        codeHash: await hashCode(call.env.SIGN_IN_PEPPER, idHash, code),
        createdAt: call.now,
        expiresAt: new Date(call.now.getTime() + livesSeconds * 1000),
        tries: 0,
      }),
      // The code leaves the database with the mail: a note's payload is emptied when it is done.
      note(call, 'sign-in.code', idHash, { payload: { code: seal(code) } }),
      auditEntry(call, 'sign-in.asked', idHash.slice(0, 32)),
    ],
    { answer: null },
  )
  return token
}

export async function hashAddress(call: Call, address: string): Promise<string> {
  return base64url(await keyedHash(call.env.EMAIL_INDEX_KEY, `address ${address}`))
}

/** Demo people exist on a laptop only. */
function isForbidden({ env }: Call, email: string): boolean {
  return env.ENVIRONMENT === 'production' && domainOf(email).endsWith('.demo.invalid')
}
