import { hashToken, newToken } from '../../worker/accounts/session/session.ts'
import { sessions } from '../../worker/accounts/tables.ts'
import { db, type Person } from './builders.ts'
import { Client } from './client.ts'

type Signed = Pick<Person, 'id'> & { membershipId: string | null }

/** A client signed in at that time by a code; its clock is set to it as well. */
export async function sessionAt({ id, membershipId }: Signed, at: Date): Promise<Client> {
  const token = newToken()
  await db.insert(sessions).values({
    tokenHash: await hashToken(token),
    id: crypto.randomUUID(),
    accountId: id,
    membershipId,
    createdAt: at,
    expiresAt: new Date(at.getTime() + 86_400_000),
    idleSeconds: 86_400,
    seenAt: at,
    provenAt: at,
    sharedComputer: false,
    device: 'Test',
  })
  return new Client(token).at(at)
}
