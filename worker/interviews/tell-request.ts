import { and, eq, sql } from 'drizzle-orm'
import * as v from 'valibot'

import type { Call } from '../foundation/call.ts'
import type { Note } from '../foundation/note.ts'
import { open } from '../foundation/seal.ts'
import type { Message } from '../notifications/message.ts'
import {
  interviewBookedMail,
  requestAnsweredMail,
  requestEndedMail,
  requestExpiresMail,
  requestReceivedMail,
  requestReturnedMail,
} from '../notifications/interview-messages.ts'
import { sendNotice } from '../notifications/send-notice.ts'
import { organizations } from '../organizations/tables.ts'
import { readEdition } from './edition.ts'
import { findCalendarFile } from './find-calendar-file.ts'
import { interviewRequests, requestEditions } from './tables.ts'
import { versionOf } from './version-payload.ts'

type Told = NonNullable<Awaited<ReturnType<typeof findTold>>>

/** Tells the sides of a request what happened to it; who gets what is talent.md §7, column "told". */
export async function tellRequest(call: Call, note: Note): Promise<void> {
  const told = await findTold(call, note.subjectId)
  if (!told) return
  const { request, title, employer } = told
  const link = `${call.origin}/interviews/${request.id}`
  const student = (message: Message) => tell(call, note, request.studentId, message)
  const staff = async (message: Message) => {
    for (const id of await findStaff(call, told)) await tell(call, note, id, message)
  }
  switch (note.kind) {
    case 'interview.delivered':
      return student(requestReceivedMail(employer, title, link))
    case 'interview.reminder':
      // Set when it was delivered: an answer meanwhile makes it stale.
      if (request.version !== versionOf(note.payload) || !request.answerBy) return
      return student(requestExpiresMail(title, request.answerBy, link))
    case 'interview.returned':
      return staff(requestReturnedMail(title, link))
    case 'interview.withdrawn':
      return student(requestEndedMail(title, 'gone', link))
    case 'interview.expired':
    case 'interview.lapsed': {
      const ended = requestEndedMail(title, 'over', link)
      await student(ended)
      return staff(ended)
    }
    case 'interview.answered': {
      const { answer } = v.parse(Answered, note.payload)
      if (answer !== 'accept') return staff(requestAnsweredMail(answer, title, link))
      for (const id of [request.studentId, ...(await findStaff(call, told))]) {
        const calendar = await findCalendarFile(call, { requestId: request.id, accountId: id })
        if (calendar) await tell(call, note, id, interviewBookedMail(title, link, calendar))
      }
    }
  }
}

const Answered = v.object({ answer: v.picklist(['accept', 'decline', 'ask-revision']) })

function tell(call: Call, note: Note, accountId: string, message: Message): Promise<void> {
  // With the version, or the second wording of a request would be told to nobody.
  const subjectId = `${note.subjectId}.${versionOf(note.payload)}`
  return sendNotice(call, note, { accountId, kind: note.kind, subjectId, message })
}

async function findTold(call: Call, requestId: string) {
  const latest = sql`${requestEditions.number} = (SELECT max(number) FROM request_editions
    WHERE request_id = ${interviewRequests.id})`
  const row = await call.db
    .select({
      request: interviewRequests,
      employer: organizations.name,
      content: requestEditions.content,
    })
    .from(interviewRequests)
    .innerJoin(organizations, eq(organizations.id, interviewRequests.organizationId))
    .leftJoin(requestEditions, and(eq(requestEditions.requestId, interviewRequests.id), latest))
    .where(eq(interviewRequests.id, requestId))
    .get()
  if (!row) return undefined
  const content = row.content ?? row.request.draft
  return { ...row, title: content === null ? '' : readEdition(open(content)).title }
}

/** The recruiter who asked, as long as they work there; after that the employer's admins. */
async function findStaff(call: Call, { request }: Told): Promise<string[]> {
  const rows = await call.db.all<{ account_id: string; role: string }>(sql`
    SELECT DISTINCT m.account_id, m.role FROM memberships m
    WHERE m.organization_id = ${request.organizationId} AND m.ended_at IS NULL
      AND ((m.account_id = ${request.recruiterId} AND m.role = 'recruiter') OR m.role = 'admin')`)
  const own = rows.filter(({ role }) => role === 'recruiter')
  return (own.length > 0 ? own : rows).map(({ account_id: accountId }) => accountId)
}
