import { sql } from 'drizzle-orm'

import { auditEntry } from '../../audit/entry.ts'
import type { Bindings } from '../../env.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit } from '../../foundation/commit/commit.ts'
import type { Statement } from '../../foundation/call/db.ts'
import { note } from '../../foundation/outbox/note.ts'
import { systemCall } from '../../foundation/call/system-call.ts'
import { tryEach } from '../../foundation/call/try-each.ts'
import { isVisibleTo } from '../../talent/eligibility/find-visible.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs
const atOnce = 50

interface Lost {
  id: string
  studentId: string
  version: number
  reason: 'delivery' | 'expiry' | 'lapse' | 'hidden' | 'withdrawn' | 'over'
  consentId: string | null
  startsAt: number | null
}

/**
 * Runs every hour: writes a note again that seems to be lost. A note seems lost if its request was
 * due an hour ago to be delivered, to expire, to lapse or to count as held, or is still live
 * although the student is hidden from the employer or has withdrawn consent. If the note was not
 * lost after all, its reaction finds that the request has moved, and changes nothing.
 */
export async function renewLostRequests(env: Bindings, now: Date): Promise<number> {
  const hour = Math.floor(now.getTime() / hourMs)
  const call = systemCall(env, `renew:requests:${hour}`, now)
  const lost = await findLost(call)
  await tryEach(lost, async (request) => {
    const own = systemCall(env, `renew:request:${request.id}:${hour}`, now)
    await commit(
      own,
      [
        noteFor(own, request),
        auditEntry(own, 'interview.renewed', request.id, { reason: request.reason }, null),
      ],
      { answer: null },
    )
  })
  return lost.length
}

function noteFor(call: Call, lost: Lost): Statement {
  const { id, studentId, version, reason, consentId, startsAt } = lost
  const payload = { version }
  if (reason === 'delivery') return note(call, 'interview.delivery', id, { payload })
  if (reason === 'expiry') return note(call, 'interview.expiry', id, { payload })
  if (reason === 'lapse') return note(call, 'interview.lapse', id, { payload })
  if (reason === 'over') {
    return note(call, 'interview.settle', id, { payload: { startsAt: startsAt ?? 0 } })
  }
  if (reason === 'withdrawn') return note(call, 'consent.withdrawn', consentId ?? '')
  return note(call, 'visibility.changed', studentId, { payload: {} })
}

function findLost(call: Call): Promise<Lost[]> {
  // The list of states is that of a partial index: SQLite uses the index only if both are the same.
  // A note that was due in the last hour may still run. `hidden` is found without this delay.
  const before = call.now.getTime() - hourMs
  return call.db.all<Lost>(sql`
    SELECT * FROM (
      SELECT r.id, r.student_id AS studentId, r.version, d.consent_id AS consentId,
        b.starts_at AS startsAt, CASE
        WHEN r.state = 'queued' AND r.deliver_at < ${before} THEN 'delivery'
        WHEN r.state = 'delivered' AND r.answer_by < ${before} THEN 'expiry'
        WHEN r.state = 'revision-requested' AND r.answer_by < ${before} THEN 'lapse'
        WHEN r.state IN ('delivered', 'revision-requested') AND NOT EXISTS (
          SELECT 1 FROM visibilities v WHERE v.student_id = r.student_id
            AND ${isVisibleTo(call, sql`r.organization_id`)}) THEN 'hidden'
        WHEN r.state IN ('accepted', 'scheduled') AND EXISTS (SELECT 1 FROM consent_withdrawals w
          WHERE w.consent_id = d.consent_id AND w.at < ${before}) AND b.starts_at > ${call.now.getTime()}
          THEN 'withdrawn'
        WHEN r.state = 'scheduled' AND b.ends_at < ${before - dayMs} THEN 'over' END AS reason
      FROM interview_requests r LEFT JOIN disclosures d ON d.id = r.disclosure_id
        LEFT JOIN bookings b ON b.request_id = r.id AND b.ended_at IS NULL
      WHERE r.state IN ('draft', 'queued', 'delivered', 'revision-requested', 'accepted', 'scheduled',
        'held'))
    WHERE reason IS NOT NULL LIMIT ${atOnce}`)
}
