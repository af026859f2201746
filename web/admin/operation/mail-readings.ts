import { relative } from '../../lib/format/dates.ts'
import { figure } from '../../lib/format/figures.ts'
import { m } from '../../paraglide/messages.js'
import type { Operation, Reading, ReadingSection } from './reading.ts'

/** As in `npm run doctor`. */
const lostShare = 0.05

/** Whether emails leave, and how many did not. */
export function mailReadings({ mail }: Operation, now: Date): ReadingSection {
  const { last24Hours: day, last7Days: week, suppressed } = mail
  const blocked = suppressed.bounced + suppressed.complained + suppressed.blocked
  return {
    title: m.admin_operations_mail_title(),
    readings: [
      {
        id: 'mail-sent',
        name: m.admin_operations_mail(),
        value: m.admin_operations_mail_n({ day: figure(day.sent), week: figure(week.sent) }),
        isRed: false,
      },
      lostReading(day),
      {
        id: 'mail-quota',
        name: m.admin_operations_mail_quota(),
        value:
          mail.fullAt === null
            ? m.admin_operations_mail_quota_none()
            : m.admin_operations_mail_quota_n({
                time: relative(mail.fullAt, now),
                n: figure(mail.waiting),
              }),
        isRed: mail.fullAt !== null,
        advice: m.admin_operations_mail_quota_red(),
        topic: m.admin_operations_topic_mail(),
      },
      {
        id: 'mail-suppressed',
        name: m.admin_operations_mail_suppressed(),
        value: figure(blocked),
        isRed: false,
        fine: m.admin_operations_mail_suppressed_fine(),
      },
    ],
  }
}

function lostReading(day: Operation['mail']['last24Hours']): Reading {
  const lost = day.refused + day.unknown
  const share = lost / Math.max(1, lostShare * (day.sent + lost))
  return {
    id: 'mail-lost',
    name: m.admin_operations_mail_lost(),
    value: m.admin_operations_mail_lost_n({ n: figure(lost) }),
    share,
    isRed: share > 1,
    fine: m.admin_operations_mail_lost_fine(),
    advice: m.admin_operations_mail_lost_red(),
    topic: m.admin_operations_topic_mail(),
  }
}
