import { eq } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import type { Note } from '../../foundation/outbox/note.ts'
import type { Message } from '../../notifications/message/message.ts'
import { badgeIssuedMail } from '../../notifications/message/messages.ts'
import {
  badgeExpiredMail,
  badgeRevokedMail,
  badgeSignedAgainMail,
} from '../../notifications/message/ending-messages.ts'
import { sendNotice } from '../../notifications/send-notice.ts'
import { isSkill, skills } from '../../skills/skill.ts'
import { achievements, credentials, issuers } from '../tables.ts'

type Compose = (skill: string, issuer: string, link: string) => Message

const mails: Record<string, Compose> = {
  'credential.issued': (skill, _, link) => badgeIssuedMail(skill, link),
  'credential.signed-again': (skill, _, link) => badgeSignedAgainMail(skill, link),
  'credential.ended': badgeRevokedMail,
  'credential.expired': (skill, _, link) => badgeExpiredMail(skill, link),
}

/** Reaction to the notes in `mails` (the badge's id): mails the holder of the badge. */
export async function tellHolder(call: Call, note: Note): Promise<void> {
  const { kind, subjectId } = note
  const row = await call.db
    .select({
      studentId: credentials.studentId,
      skill: achievements.skill,
      issuer: issuers.name,
    })
    .from(credentials)
    .innerJoin(achievements, eq(achievements.id, credentials.achievementId))
    .innerJoin(issuers, eq(issuers.organizationId, achievements.organizationId))
    .where(eq(credentials.id, subjectId))
    .get()
  const compose = mails[kind]
  if (!row || !compose) return
  const skill = isSkill(row.skill) ? skills[row.skill].name : row.skill
  const message = compose(skill, row.issuer, `${call.origin}/badges/${subjectId}`)
  await sendNotice(call, note, { accountId: row.studentId, kind, subjectId, message })
}
