import { and, desc, eq, getTableColumns, sql } from 'drizzle-orm'

import type { Call, OrganizationKind, Role } from '../../foundation/call/call.ts'
import { notSignedIn } from '../problems.ts'
import { domainOf, isPublicMail } from '../account/email.ts'
import { type Account, accountView } from '../account/find-account.ts'
import { accounts, sessions } from '../tables.ts'

export interface MembershipView {
  membershipId: string
  role: Role
  organizationId: string
  organizationName: string
  kind: OrganizationKind
  operator: boolean
  open: boolean
  /** An employer whose application is not decided yet. */
  waiting: boolean
  /** An employer whose application was declined. The application can be corrected. */
  declined: boolean
}

interface MembershipRow {
  membership_id: string
  role: Role
  organization_id: string
  name: string
  kind: OrganizationKind
  operator: number
  open: number
  state: string
  ended_at: number | null
}

/** The signed-in person, the membership they act in, and all their memberships. */
export async function findSession(call: Call) {
  const mailTrouble = sql<MailTrouble | null>`(SELECT s.reason FROM mail_suppressions s
    WHERE s.email_index = accounts.email_index)`
  const [[account], rows] = await call.db.batch([
    call.db
      .select({ ...getTableColumns(accounts), mailTrouble })
      .from(accounts)
      .where(eq(accounts.id, call.actorId)),
    call.db.all<MembershipRow>(sql`
      SELECT m.id AS membership_id, m.role, m.organization_id, o.name, o.kind, o.operator, o.open, o.state, m.ended_at
      FROM memberships m JOIN organizations o ON o.id = m.organization_id
      WHERE m.account_id = ${call.actorId} ORDER BY m.created_at`),
  ])
  if (!account) throw notSignedIn()
  const memberships = rows.filter(({ ended_at: at }) => at === null).map(membershipView)
  const acting = memberships.find((one) => one.membershipId === call.acting?.membershipId) ?? null
  return {
    account: await personOf(call, account),
    reader: call.reader,
    acting,
    memberships,
    /** The membership that ended last, if any did. */
    lastLeft: lastLeftOf(rows),
    now: call.now,
  }
}

function lastLeftOf(rows: MembershipRow[]) {
  const [last] = rows
    .filter(({ ended_at: at }) => at !== null)
    .toSorted((a, b) => (b.ended_at ?? 0) - (a.ended_at ?? 0))
  return last ? { role: last.role, organizationName: last.name } : null
}

/** Why an address gets no mail but sign-in codes. */
type MailTrouble = 'bounced' | 'complained' | 'blocked'

async function personOf(call: Call, account: Account & { mailTrouble: MailTrouble | null }) {
  const view = await accountView(call, account)
  const { id, name, email, language, zone, birthYear, reading } = view
  return {
    id,
    name,
    email,
    language,
    zone,
    reading,
    birthYearKnown: birthYear !== null,
    complete: name !== null,
    mailTrouble: account.mailTrouble,
    /**
     * Whether anybody can get an address at this mail provider. Such an address does not show an
     * employer, so it cannot be used to apply as one.
     */
    hasPublicMail: isPublicMail(domainOf(email)),
  }
}

function membershipView(row: MembershipRow): MembershipView {
  return {
    membershipId: row.membership_id,
    role: row.role,
    organizationId: row.organization_id,
    organizationName: row.name,
    kind: row.kind,
    operator: row.operator === 1,
    open: row.open === 1,
    waiting: row.state === 'waiting',
    declined: row.state === 'declined',
  }
}

/**
 * The account's devices: this one first, the others by last use. The last use is stored up to an
 * hour late, so this device shows the current time instead.
 */
export async function listSessions(call: Call, currentHash: string) {
  const rows = await call.db
    .select()
    .from(sessions)
    .where(eq(sessions.accountId, call.actorId))
    .orderBy(desc(eq(sessions.tokenHash, currentHash)), desc(sessions.seenAt))
    .limit(25)
  return rows.map(({ id, device, createdAt, seenAt, sharedComputer, tokenHash }) => {
    const current = tokenHash === currentHash
    return { id, device, createdAt, seenAt: current ? call.now : seenAt, sharedComputer, current }
  })
}

export function findOwnSession(call: Call, sessionId: string) {
  const own = and(eq(sessions.id, sessionId), eq(sessions.accountId, call.actorId))
  return call.db.select().from(sessions).where(own).get()
}
