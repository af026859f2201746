import { sql } from 'drizzle-orm'

import { openName } from '../../accounts/account/open-account.ts'
import { namesToHideOf, readNamesToHide } from '../../attempts/submission/find-names-to-hide.ts'
import type { Call } from '../../foundation/call/call.ts'
import { redact } from '../../foundation/redactor/redact.ts'
import { priorLearningJobs as jobs } from '../tables.ts'
import { openJobs, openLinks } from './open-claim.ts'

interface Row {
  id: string
  student_id: string
  name: string | null
  names_to_hide: string
  links: string | null
  is_service: number
  language: string
}

/**
 * The jobs and links of the account that a mentor is judging, beside their desk. Only while their
 * claim is live. The author's name and programmes are hidden, as they are in the account.
 */
export async function findPastWork(call: Call, { claimId = '' }: Record<string, string>) {
  const { db, actorId } = call
  const ofClaim = sql`claims r
    JOIN submissions s ON s.id = r.submission_id AND s.kind = 'prior-learning'
    JOIN prior_learning_claims c ON c.attempt_id = s.attempt_id
    WHERE r.id = ${claimId} AND r.reviewer_id = ${actorId} AND r.role = 'mentor'
      AND r.ended_at IS NULL`
  const [[row], jobRows] = await db.batch([
    db.all<Row>(sql`
      SELECT c.id, c.student_id, c.links, c.is_service, s.language,
        (SELECT name FROM accounts WHERE id = c.student_id) AS name,
        ${namesToHideOf(sql`c.student_id`)} AS names_to_hide FROM ${ofClaim}`),
    db
      .select()
      .from(jobs)
      .where(sql`${jobs.claimId} = (SELECT c.id FROM ${ofClaim})`)
      .orderBy(jobs.number),
  ])
  if (!row) return undefined
  const name = await openName(call, row.student_id, row.name, '')
  const programmes = readNamesToHide(row.names_to_hide)
  const hide = (text: string) => redact(text, name, programmes, row.language).text
  const typed = await openJobs(call, jobRows)
  return {
    isService: row.is_service === 1,
    jobs: typed.map((job) => {
      return { ...job, title: hide(job.title), organization: hide(job.organization) }
    }),
    links: await openLinks(call, row.id, row.links),
  }
}
