import { type SQL, sql } from 'drizzle-orm'
import * as v from 'valibot'

import { openEmail, openName } from '../../accounts/account/open-account.ts'
import { actingOf } from '../../accounts/session/acting.ts'
import type { Call } from '../../foundation/call/call.ts'
import { type MayReveal, mayReveal } from '../../organizations/consent/may-reveal.ts'
import { isLive } from '../../organizations/consent/record-disclosure.ts'
import { openTelephone } from '../sealed/words.ts'

interface IdentityRow {
  id: string
  request_id: string
  student_id: string
  consent_id: string
  fields: string
  name: string | null
  email: string
  telephone: string | null
  expires_at: number
}

/**
 * SQL: the disclosure `d` with this id, its request `r`, its consent `c` and its student `a`. No row
 * if the consent was withdrawn, has expired or was for another employer. No other query reads an
 * identity for an employer.
 */
const disclosed = (call: Call, id: string | SQL) => sql`
  FROM disclosures d
  JOIN consents c ON c.id = d.consent_id AND c.student_id = d.student_id AND c.purpose = 'interview-identity'
    AND c.recipient = d.organization_id AND ${isLive(call)}
  JOIN interview_requests r ON r.id = d.subject_id AND r.disclosure_id = d.id
  JOIN accounts a ON a.id = d.student_id AND a.disabled_at IS NULL
  WHERE d.id = ${id} AND d.kind = 'identity'
    AND d.organization_id = ${actingOf(call).organizationId}`

/** The identity of a student for the employer they accepted; undefined if it must not be shown. */
export async function findIdentity(call: Call, disclosureId: string) {
  const [row] = await call.db.all<IdentityRow>(sql`
    SELECT d.id, d.subject_id AS request_id, d.student_id, c.id AS consent_id, d.fields, a.name, a.email, r.telephone,
      c.expires_at ${disclosed(call, disclosureId)}`)
  return row && { row, right: mayReveal(call, [row.consent_id]) }
}

/**
 * SQL: the consent and the sealed name for a row of `interview_requests`, as JSON; NULL if the name
 * must not be shown. `nameOpener` reads it.
 */
export const disclosedName = (call: Call) =>
  sql<string | null>`(SELECT json_object('consentId', c.id, 'name', a.name)
    ${disclosed(call, sql`interview_requests.disclosure_id`)})`.as('disclosed_name')

interface Named {
  request: { studentId: string }
  disclosedName: string | null
}

const DisclosedName = v.object({ consentId: v.string(), name: v.nullable(v.string()) })

/**
 * Opens the names of students in a list of requests: null for those that must not be shown. The
 * right to show them is spent once for the list.
 */
export function nameOpener(call: Call, rows: readonly Named[]) {
  const read = ({ disclosedName: json }: Named) =>
    json === null ? undefined : v.parse(DisclosedName, JSON.parse(json))
  const consentIds = rows.flatMap((row) => read(row)?.consentId ?? [])
  mayReveal(call, consentIds).spendOn(call, consentIds)
  return (row: Named): Promise<string | null> =>
    openName(call, row.request.studentId, read(row)?.name ?? null, null)
}

/** Opens and returns only what the student ticked. */
export async function identityView(
  call: Call,
  { row, right }: { row: IdentityRow; right: MayReveal },
) {
  right.spendOn(call, [row.consent_id])
  const ticked = v.parse(v.array(v.string()), JSON.parse(row.fields))
  const { student_id: studentId, request_id: requestId } = row
  const telephone = ticked.includes('telephone')
    ? await openTelephone(call, requestId, row.telephone)
    : null
  return {
    requestId,
    name: await openName(call, studentId, row.name, ''),
    ...(ticked.includes('email') && { email: await openEmail(call, studentId, row.email) }),
    ...(telephone !== null && { telephone }),
    until: new Date(row.expires_at),
  }
}
