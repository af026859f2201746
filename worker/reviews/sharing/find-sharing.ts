import { and, eq, or, type SQL, sql } from 'drizzle-orm'

import { notForYourRole } from '../../accounts/problems.ts'
import type { Acting, Call } from '../../foundation/call/call.ts'
import { type Counted, countPool } from '../queue/count-pool.ts'
import { reviewerSharings } from '../sharing-tables.ts'

/** A sharing, with what is counted in its programmes: in each alone, and in both together. */
export interface Found {
  sharing: typeof reviewerSharings.$inferSelect
  counted: Record<'asking' | 'asked' | 'together', Counted | undefined>
}

interface Row {
  id: string
  asking: number
  name: string
  open: number
  answer: 'accepted' | 'declined' | 'withdrawn' | null
  asked_at: number
  answered_at: number | null
  ended_at: number | null
  ended_by_us: number | null
}

interface OwnRow {
  slug: string
  small: number | null
}

/**
 * What the admins of a programme read about sharing: what is in force or asked, the questions of
 * others, and how the last one ended. 403 for an employer.
 */
export async function findSharingPage({ db }: Call, { organizationId, kind }: Acting) {
  if (kind !== 'programme') throw notForYourRole()
  const [[own], rows] = await db.batch([
    db.all<OwnRow>(sql`
      SELECT o.slug, p.small FROM organizations o
      LEFT JOIN review_pools p ON p.organization_id = o.id WHERE o.id = ${organizationId}`),
    db.all<Row>(sql`
      SELECT w.id, w.asking_organization_id = ${organizationId} AS asking, o.name, o.open, w.answer,
        w.asked_at, w.answered_at, w.ended_at, w.ending_organization_id = ${organizationId} AS ended_by_us
      FROM (${sharingsOf(organizationId)}) w
      JOIN organizations o ON o.id = iif(w.asking_organization_id = ${organizationId},
        w.asked_organization_id, w.asking_organization_id)`),
  ])
  const inForce = rows.find((row) => row.answer === 'accepted' && row.ended_at === null)
  const asked = rows.find((row) => row.answer === null && row.asking === 1)
  return {
    /** The last part of the programme's own address, by which others name it. */
    slug: own?.slug ?? '',
    smallGroup: own?.small === 1,
    sharing: inForce ? { ...partner(inForce), since: date(inForce.answered_at) } : null,
    asked: asked ? { ...partner(asked), at: date(asked.asked_at) } : null,
    questions: rows
      .filter((row) => row.answer === null && row.asking === 0)
      .map((row) => ({ ...partner(row), at: date(row.asked_at) })),
    last: inForce || asked ? null : lastOf(rows),
  }
}

/** SQL, of at most five parts in D1: the questions that wait, the sharing in force, and the latest of each kind that are over. */
function sharingsOf(organizationId: string): SQL {
  const latest = (side: SQL, answer: 'accepted' | 'declined') => sql`
    SELECT * FROM (SELECT * FROM reviewer_sharings WHERE ${side} = ${organizationId}
      AND answer = ${answer} ORDER BY asked_at DESC LIMIT 1)`
  const [asking, asked] = [sql`asking_organization_id`, sql`asked_organization_id`]
  return sql`
    SELECT * FROM reviewer_sharings WHERE answer IS NULL
      AND (asking_organization_id = ${organizationId} OR asked_organization_id = ${organizationId})
    UNION SELECT * FROM reviewer_sharings WHERE answer = 'accepted' AND ended_at IS NULL
      AND asking_organization_id = (SELECT pool_id FROM organizations WHERE id = ${organizationId})
    UNION ${latest(asking, 'accepted')} UNION ${latest(asked, 'accepted')}
    UNION ${latest(asking, 'declined')}`
}

interface Over {
  how: 'ended-by-us' | 'ended-by-them' | 'declined'
  at: number
  row: Row
}

/** The latest one that is over: who ended it, or that the other programme said no. */
function lastOf(rows: readonly Row[]) {
  const over = rows.flatMap((row) => overOf(row) ?? [])
  const [last] = over.toSorted((one, other) => other.at - one.at)
  return last ? { ...partner(last.row), how: last.how, at: date(last.at) } : null
}

function overOf(row: Row): Over | undefined {
  if (row.ended_at !== null) {
    return { how: row.ended_by_us === 1 ? 'ended-by-us' : 'ended-by-them', at: row.ended_at, row }
  }
  const isTheirNo = row.answer === 'declined' && row.asking === 1
  return isTheirNo ? { how: 'declined', at: row.answered_at ?? 0, row } : undefined
}

const partner = ({ id, name, open }: Row) => ({ id, name, open: open === 1 })
const date = (at: number | null) => new Date(at ?? 0).toISOString()

/** One of the caller's programme, whichever side it is on, with what `move-answers.ts` needs. */
export async function findOwnSharing(call: Call, sharingId: string): Promise<Found | undefined> {
  const id = call.acting?.organizationId ?? ''
  const own = or(
    eq(reviewerSharings.askingOrganizationId, id),
    eq(reviewerSharings.askedOrganizationId, id),
  )
  const side = (column: SQL) =>
    sql`(SELECT ${column} FROM reviewer_sharings WHERE id = ${sharingId})`
  const asking = side(sql`asking_organization_id`)
  const asked = side(sql`asked_organization_id`)
  const [[sharing], [alone], [other], [together]] = await call.db.batch([
    call.db
      .select()
      .from(reviewerSharings)
      .where(and(eq(reviewerSharings.id, sharingId), own)),
    countPool(call, [asking]),
    countPool(call, [asked]),
    countPool(call, [asking, asked]),
  ])
  return sharing && { sharing, counted: { asking: alone, asked: other, together } }
}

/** A question to the caller's programme. */
export async function findOwnQuestion(call: Call, sharingId: string): Promise<Found | undefined> {
  const found = await findOwnSharing(call, sharingId)
  const isToUs = found?.sharing.askedOrganizationId === call.acting?.organizationId
  return isToUs ? found : undefined
}
