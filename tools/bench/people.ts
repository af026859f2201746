import { sealEmail, sealName } from '../../worker/accounts/account/open-account.ts'
import { hashToken, newToken } from '../../worker/accounts/session/session.ts'
import { accounts, memberships, sessions } from '../../worker/accounts/tables.ts'
import type { Bindings } from '../../worker/env.ts'
import { newId } from '../../worker/foundation/call/id.ts'
import { systemCall } from '../../worker/foundation/call/system-call.ts'
import type { Sealed } from '../../worker/foundation/crypto/seal.ts'
import { organizations } from '../../worker/organizations/tables.ts'

const students = 88
/** More than one, because one account may send at most 240 requests a minute. */
const admins = 12
const day = 86_400_000

/**
 * A programme with twelve admins and 88 students. Their names and addresses are sealed if
 * `isSealed`, and otherwise stored as before there were sealing keys. Returns the tokens of the
 * admins' sessions.
 */
export async function plantPeople(env: Bindings, isSealed: boolean): Promise<string[]> {
  const call = systemCall(env, newId())
  const { db, now } = call
  const organizationId = newId()
  const adminIds = Array.from({ length: admins }, newId)
  await db.insert(organizations).values({
    id: organizationId,
    kind: 'programme',
    operator: false,
    open: false,
    name: 'Bench College',
    slug: organizationId,
    aliases: '[]',
    state: 'approved',
    createdAt: now,
  })
  const ids = [...adminIds, ...Array.from({ length: students }, newId)]
  const people = await Promise.all(
    ids.map(async (id, index) => {
      const [name, email] = [`Person ${index}`, `${id}@people.example`]
      const text = isSealed
        ? { name: await sealName(call, id, name), email: await sealEmail(call, id, email) }
        : { name: `0|${name}` as Sealed, email: `0|${email}` as Sealed }
      return {
        id,
        ...text,
        emailIndex: id,
        emailIndexKey: '1',
        language: 'en',
        reading: '{}',
        createdAt: now,
        version: 1,
      }
    }),
  )
  const [first, ...rest] = people.map((person) => db.insert(accounts).values(person))
  const joined = ids.map((accountId) => {
    const role = adminIds.includes(accountId) ? ('admin' as const) : ('student' as const)
    return { id: newId(), accountId, organizationId, role, createdAt: now }
  })
  const tokens = adminIds.map(() => newToken())
  const opened = await Promise.all(
    tokens.map(async (token, index) => ({
      tokenHash: await hashToken(token),
      id: newId(),
      accountId: adminIds[index] ?? '',
      membershipId: joined[index]?.id ?? null,
      createdAt: now,
      expiresAt: new Date(now.getTime() + day),
      idleSeconds: 86_400,
      seenAt: now,
      provenAt: now,
      sharedComputer: false,
      device: 'Bench',
    })),
  )
  if (first) {
    await db.batch([
      first,
      ...rest,
      ...joined.map((membership) => db.insert(memberships).values(membership)),
      ...opened.map((session) => db.insert(sessions).values(session)),
    ])
  }
  return tokens
}
