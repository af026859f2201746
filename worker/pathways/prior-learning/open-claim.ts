import * as v from 'valibot'

import type { Call } from '../../foundation/call/call.ts'
import { allOf } from '../../foundation/crypto/all-of.ts'
import { accountOwner } from '../../foundation/crypto/owner.ts'
import { open, openOr, rowOf, seal } from '../../foundation/crypto/seal.ts'
import {
  priorLearningClaims as claims,
  priorLearningJobs as jobs,
  priorLearningParts as parts,
} from '../tables.ts'
import type { DescribeClaimInput } from './claim-input.ts'

type JobRow = typeof jobs.$inferSelect
type PartRow = typeof parts.$inferSelect

/** A job or a duty as it was typed. */
export interface TypedJob {
  title: string
  /** Empty if none was typed. */
  organization: string
  from: string
  to: string | null
  hoursAWeek: number
}

const Links = v.array(v.string())

/** The addresses of a claim. Nothing here follows them. */
export async function openLinks(call: Call, claimId: string, sealed: string | null) {
  return v.parse(Links, JSON.parse(await openOr(call, claims.links, claimId, sealed, '[]')))
}

export function openJobs(call: Call, rows: readonly JobRow[]): Promise<TypedJob[]> {
  return allOf(rows, async ({ claimId, number, title, organization, starts, ends, hoursAWeek }) => {
    const row = rowOf(claimId, String(number))
    return {
      title: await open(call, jobs.title, row, title),
      organization: await openOr(call, jobs.organization, row, organization, ''),
      from: starts,
      to: ends,
      hoursAWeek,
    }
  })
}

export const openPart = (call: Call, { claimId, competency, text }: PartRow) =>
  open(call, parts.text, rowOf(claimId, competency), text)

export const sealPart = (call: Call, claimId: string, competency: string, text: string) =>
  seal(call, parts.text, rowOf(claimId, competency), accountOwner(call.actorId), text)

/** The rows of jobs and links, sealed with the key of their author. */
export async function sealDescription(
  call: Call,
  claimId: string,
  { jobs: typed, links, leftSchoolOn }: DescribeClaimInput,
) {
  const owner = accountOwner(call.actorId)
  const rows = await allOf([...typed.entries()], async ([index, job]) => {
    const number = index + 1
    const row = rowOf(claimId, String(number))
    const { title, organization, from: starts, to: ends = null, hoursAWeek } = job
    const place = organization
      ? await seal(call, jobs.organization, row, owner, organization)
      : null
    return {
      claimId,
      number,
      title: await seal(call, jobs.title, row, owner, title),
      organization: place,
      starts,
      ends,
      hoursAWeek,
    }
  })
  return {
    jobs: rows,
    links:
      links.length > 0
        ? await seal(call, claims.links, claimId, owner, JSON.stringify(links))
        : null,
    leftSchoolOn: leftSchoolOn
      ? await seal(call, claims.leftSchoolOn, claimId, owner, leftSchoolOn)
      : null,
  }
}
