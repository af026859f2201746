import { and, eq, sql } from 'drizzle-orm'
import * as v from 'valibot'

import type { Call } from '../../foundation/call/call.ts'
import { pathwayVersions, pathways } from '../tables.ts'
import { PathwayDraft } from './draft-input.ts'

/** A pathway of the admin's own programme; undefined for any other. */
export async function findOwnPathway(call: Call, pathwayId: string) {
  return pathwayOf(await ownPathway(call, pathwayId))
}

/** The query of `findOwnPathway`, for a batch too. */
export function ownPathway({ db, acting }: Call, pathwayId: string) {
  return db
    .select({
      id: pathways.id,
      organizationId: pathways.organizationId,
      kind: pathways.kind,
      draft: pathways.draft,
      version: pathways.version,
      offered: pathways.offered,
      /** The number of the newest version; 0 if none was published. */
      newest: sql<number>`coalesce((SELECT max(${pathwayVersions.number}) FROM ${pathwayVersions}
        WHERE ${pathwayVersions.pathwayId} = ${pathways.id}), 0)`,
    })
    .from(pathways)
    .where(
      and(eq(pathways.id, pathwayId), eq(pathways.organizationId, acting?.organizationId ?? '')),
    )
}

/** The pathway that `ownPathway` has found. */
export function pathwayOf([row]: Awaited<ReturnType<typeof ownPathway>>) {
  return row && { ...row, draft: v.parse(PathwayDraft, JSON.parse(row.draft)) }
}

export type Pathway = NonNullable<Awaited<ReturnType<typeof findOwnPathway>>>
