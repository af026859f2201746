import { and, asc, eq, sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { type PageQuery, behind, pageOf } from '../../foundation/text/page.ts'
import { organizations } from '../../organizations/tables.ts'
import { blocks } from '../tables.ts'

export function findOwnBlock(call: Call, blockId: string) {
  return call.db
    .select()
    .from(blocks)
    .where(and(eq(blocks.id, blockId), eq(blocks.studentId, call.actorId)))
    .get()
}

const pageSize = 500

/** Whom a student has blocked, and a page of the employers they could block, in one round trip. */
export async function findBlocksPage(call: Call, query: PageQuery) {
  const [own, rows] = await call.db.batch([listBlocks(call), listEmployers(call, query)])
  const { shown, next } = pageOf(rows, pageSize, ({ id }) => id)
  return { blocks: own, employers: shown, next }
}

function listBlocks(call: Call) {
  return call.db
    .select({
      id: blocks.id,
      organizationId: blocks.organizationId,
      domain: blocks.domain,
      organizationName: organizations.name,
    })
    .from(blocks)
    .leftJoin(organizations, eq(organizations.id, blocks.organizationId))
    .where(eq(blocks.studentId, call.actorId))
    .orderBy(blocks.createdAt)
    .limit(200)
}

/** Approved employers by name, for blocking one or previewing its card. */
function listEmployers(call: Call, query: PageQuery) {
  const approved = and(eq(organizations.kind, 'employer'), eq(organizations.state, 'approved'))
  return call.db
    .select({ id: organizations.id, name: organizations.name })
    .from(organizations)
    .where(
      sql`${approved} ${behind(
        query,
        (after) => sql`(name, id) > (
      SELECT +name, +id FROM organizations WHERE id = ${after})`,
      )}`,
    )
    .orderBy(asc(organizations.name), asc(organizations.id))
    .limit(pageSize + 1)
}

export async function isEmployer(call: Call, organizationId: string): Promise<boolean> {
  const own = and(eq(organizations.id, organizationId), eq(organizations.kind, 'employer'))
  const found = await call.db.select({ id: organizations.id }).from(organizations).where(own).get()
  return found !== undefined
}
