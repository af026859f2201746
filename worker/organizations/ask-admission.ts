import { sql } from 'drizzle-orm'
import type { InferOutput } from 'valibot'

import { findOwnAccount } from '../accounts/find-account.ts'
import { auditEntry } from '../audit/entry.ts'
import type { Call } from '../foundation/call.ts'
import { commit, guard } from '../foundation/commit.ts'
import { newId } from '../foundation/id.ts'
import { note } from '../foundation/note.ts'
import { seal } from '../foundation/seal.ts'
import { declinesStandFrom } from './admission.ts'
import type { AskAdmissionInput } from './ask-admission-input.ts'
import { findOpenProgramme } from './find-organization.ts'
import {
  admissionDeclined,
  admissionWaits,
  alreadyMember,
  joinCodeUnknown,
  profileIncomplete,
  studentBesideStaff,
} from './problems.ts'

type Input = InferOutput<typeof AskAdmissionInput>

/**
 * Asks to be a mentor of the open programme. No membership is made: until an admin of the operator
 * admits them they judge nothing and see no answers. 409 admission-waits, already-member,
 * student-beside-staff, admission-declined.
 */
export async function askAdmission(call: Call, { about }: Input) {
  const [account, programme] = await Promise.all([findOwnAccount(call), findOpenProgramme(call)])
  if (!account?.name) throw profileIncomplete()
  if (!programme) throw joinCodeUnknown()
  await refuse(call, programme.id)

  const id = newId()
  return commit(
    call,
    [
      call.db.run(sql`
        INSERT INTO admissions (id, account_id, organization_id, about, asked_at)
        SELECT ${id}, ${call.actorId}, ${programme.id}, ${seal(about)}, ${call.now.getTime()}
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

/** The reason in words; the commit asks the same again. */
async function refuse(call: Call, programmeId: string): Promise<void> {
  const [[member], [declined]] = await call.db.batch([
    call.db.all<{ role: string }>(memberOf(call, programmeId)),
    call.db.all<{ id: string }>(declinedBy(call)),
  ])
  if (member?.role === 'student') throw studentBesideStaff()
  if (member) throw alreadyMember()
  if (declined) throw admissionDeclined()
}

const memberOf = ({ actorId }: Call, programmeId: string) => sql`
  SELECT role FROM memberships WHERE account_id = ${actorId} AND organization_id = ${programmeId}
    AND role IN ('student', 'mentor') AND ended_at IS NULL`

const declinedBy = ({ actorId, now }: Call) => sql`
  SELECT id FROM admissions WHERE account_id = ${actorId} AND decision = 'declined'
    AND decided_at > ${declinesStandFrom(now).getTime()}`
