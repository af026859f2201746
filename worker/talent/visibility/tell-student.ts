import { eq } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import type { Note } from '../../foundation/outbox/note.ts'
import type { Message } from '../../notifications/message/message.ts'
import {
  visibilityEndsSoonMail,
  visibilityMail,
  visibilityNotFoundMail,
  visibilityPausedMail,
} from '../../notifications/message/messages.ts'
import { sendNotice } from '../../notifications/send-notice.ts'
import { consents } from '../../organizations/tables.ts'
import { visibilities } from '../tables.ts'

type Told = Note<'visibility.changed' | 'visibility.expiring' | 'visibility.paused'>

/**
 * Tells a student that visibility was turned on or off, is paused or ends soon. Sends nothing if
 * fields were only added, unless searches can find the student only since then.
 */
export async function tellStudent(call: Call, note: Told): Promise<void> {
  const link = `${call.origin}/visibility`
  const tell = (message: Message, subjectId = note.id, kind: string = note.kind) =>
    sendNotice(call, note, { accountId: note.subjectId, kind, subjectId, message })

  if (note.kind === 'visibility.paused') return tell(visibilityPausedMail(link))
  const { consentId } = note.payload
  if (note.kind === 'visibility.expiring') {
    const stands = await call.db
      .select({ until: consents.expiresAt })
      .from(visibilities)
      .innerJoin(consents, eq(consents.id, visibilities.consentId))
      .where(eq(visibilities.consentId, note.payload.consentId))
      .get()
    return stands && tell(visibilityEndsSoonMail(stands.until, link), consentId)
  }
  const { on, first, found } = note.payload
  if (on === true && first) {
    const mail = found === false ? visibilityNotFoundMail(link) : visibilityMail(true, link)
    return tell(mail, consentId, 'visibility.on')
  }
  if (on === false) return tell(visibilityMail(false, link), consentId, 'visibility.off')
}
