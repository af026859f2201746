import { eq } from 'drizzle-orm'

import type { Call } from '../foundation/call.ts'
import type { Note } from '../foundation/note.ts'
import { badgeIssuedMail } from '../notifications/messages.ts'
import { sendNotice } from '../notifications/send-notice.ts'
import { isSkill, skills } from '../skills/skill.ts'
import { achievements, credentials } from './tables.ts'

/** Answers `credential.issued` (the credential's id): its holder hears of it, nobody else does. */
export async function tellHolder(call: Call, note: Note): Promise<void> {
  const { kind, subjectId } = note
  const row = await call.db
    .select({ studentId: credentials.studentId, skill: achievements.skill })
    .from(credentials)
    .innerJoin(achievements, eq(achievements.id, credentials.achievementId))
    .where(eq(credentials.id, subjectId))
    .get()
  if (!row) return
  const skill = isSkill(row.skill) ? skills[row.skill].name : row.skill
  const message = badgeIssuedMail(skill, `${call.origin}/badges/${subjectId}`)
  await sendNotice(call, note, { accountId: row.studentId, kind, subjectId, message })
}
