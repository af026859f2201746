import { type SQL, sql } from 'drizzle-orm'
import type { InferOutput } from 'valibot'

import { ownAccount } from '../../accounts/account/find-account.ts'
import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit, guard } from '../../foundation/commit/commit.ts'
import { newId } from '../../foundation/call/id.ts'
import { note } from '../../foundation/outbox/note.ts'
import { accountOwner } from '../../foundation/crypto/owner.ts'
import { seal } from '../../foundation/crypto/seal.ts'
import { declinesStandFrom } from './admission.ts'
import type { AskAdmissionInput } from './ask-admission-input.ts'
import { whyTooYoung } from '../organization/adults-only.ts'
import { openProgramme } from '../organization/find-organization.ts'
import {
  admissionDeclined,
  admissionWaits,
  alreadyMember,
  joinCodeUnknown,
  profileIncomplete,
  staffBesideStudent,
} from '../problems.ts'

import { admissions } from '../tables.ts'

type Input = InferOutput<typeof AskAdmissionInput>

/**
 * Asks to be a mentor of the open programme. This makes no membership: until an admin of the
 * operator admits the volunteer, they review nothing and see no answers. 403 adults-only, 404
 * join-code-unknown without an open programme, 409 profile-incomplete, admission-waits,
 * already-member, staff-beside-student, admission-declined.
 */
export async function askAdmission(call: Call, { about }: Input) {
  const open = sql`(SELECT id FROM organizations WHERE open = 1 AND state = 'approved')`
  const [[account], [programme], [member], [declined]] = await call.db.batch([
    ownAccount(call),
    openProgramme(call),
    call.db.all<{ role: string }>(memberOf(call, open)),
    call.db.all<{ id: string }>(declinedBy(call)),
  ])
  if (!account?.name) throw profileIncomplete()
  if (!programme) throw joinCodeUnknown()
  const refusal = whyTooYoung('mentor', account, call.now)
  if (refusal) throw refusal
  // These checks give the exact reason. The commit repeats them, because a role or a decision may
  // have been added since the read.
  if (member?.role === 'student') throw staffBesideStudent()
  if (member) throw alreadyMember()
  if (declined) throw admissionDeclined()

  const id = newId()
  const sealed = await seal(call, admissions.about, id, accountOwner(call.actorId), about)
  return commit(
    call,
    [
      call.db.run(sql`
        INSERT INTO admissions (id, account_id, organization_id, about, asked_at)
        SELECT ${id}, ${call.actorId}, ${programme.id}, ${sealed}, ${call.now.getTime()}
        WHERE NOT EXISTS (${memberOf(call, programme.id)}) AND NOT EXISTS (${declinedBy(call)})`),
      guard(call, 'admission_refused'),
      note(call, 'admission.asked', id),
      auditEntry(call, 'admission.asked', id, {}, programme.id),
    ],
    {
      answer: { id },
      conflicts: {
        'admissions.account_id, admissions.organization_id': admissionWaits,
        admission_refused: admissionDeclined,
      },
    },
  )
}

const memberOf = ({ actorId }: Call, programmeId: string | SQL) => sql`
  SELECT role FROM memberships WHERE account_id = ${actorId} AND organization_id = ${programmeId}
    AND role IN ('student', 'mentor') AND ended_at IS NULL`

const declinedBy = ({ actorId, now }: Call) => sql`
  SELECT id FROM admissions WHERE account_id = ${actorId} AND decision = 'declined'
    AND decided_at > ${declinesStandFrom(now).getTime()}`
