import * as v from 'valibot'

import { eq } from 'drizzle-orm'

import type { Call } from '../foundation/call.ts'
import type { Note } from '../foundation/note.ts'
import {
  visibilityEndsSoonMail,
  visibilityMail,
  visibilityPausedMail,
} from '../notifications/messages.ts'
import { sendNotice } from '../notifications/send-notice.ts'
import { consents } from '../organizations/tables.ts'
import { visibilities } from './tables.ts'

const Payload = v.object({
  on: v.optional(v.boolean()),
  first: v.optional(v.boolean()),
  consentId: v.optional(v.string()),
})

/** Tells a student that visibility went on or off, or soon ends; one more field is not worth a mail. */
export async function tellStudent(call: Call, note: Note): Promise<void> {
  const { on, first, consentId = note.id } = v.parse(Payload, note.payload)
  const link = `${call.origin}/visibility`
  const tell = (message: ReturnType<typeof visibilityMail>, kind = note.kind) =>
    sendNotice(call, note, { accountId: note.subjectId, kind, subjectId: consentId, message })

  if (note.kind === 'visibility.paused') return tell(visibilityPausedMail(link))
  if (note.kind === 'visibility.expiring') {
    const stands = await call.db
      .select({ until: consents.expiresAt })
      .from(visibilities)
      .innerJoin(consents, eq(consents.id, visibilities.consentId))
      .where(eq(visibilities.consentId, consentId))
      .get()
    return stands && tell(visibilityEndsSoonMail(stands.until, link))
  }
  if (on === true && first) return tell(visibilityMail(true, link), 'visibility.on')
  if (on === false) return tell(visibilityMail(false, link), 'visibility.off')
}
