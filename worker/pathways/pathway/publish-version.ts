import { and, eq } from 'drizzle-orm'

import { changedElsewhere } from '../../accounts/problems.ts'
import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit, guard } from '../../foundation/commit/commit.ts'
import { canonicalJson } from '../../foundation/crypto/canonical.ts'
import { invalidInput } from '../../http/problems.ts'
import { pathwayVersions, pathways } from '../tables.ts'
import type { PathwayToPublish } from './find-pathway-to-publish.ts'
import { readDraft } from './what-is-wrong.ts'

/**
 * Publishes the draft as the next version, and offers it. Students on earlier versions stay there.
 * 422 with the name of the first thing that is wrong; its `flaws` list all of them: the step, the
 * field and the name. 409 `changed-elsewhere` if the draft is not the one that the admin has read.
 */
export async function publishVersion(
  call: Call,
  { pathway, isKnown }: PathwayToPublish,
  version: number,
) {
  const { id, draft, newest } = pathway
  const { flaws, steps } = readDraft(draft, isKnown)
  const [first] = flaws
  if (first) {
    throw first.refusal(undefined, {
      flaws: flaws.map(({ step, field, refusal }) => ({ step, field, type: refusal().kind.type })),
    })
  }

  const number = newest + 1
  const body = canonicalJson({ title: draft.title, steps })
  if (body.length > 70_000) throw invalidInput()
  return commit(
    call,
    [
      call.db
        .insert(pathwayVersions)
        .values({ pathwayId: id, number, publishedAt: call.now, body }),
      call.db
        .update(pathways)
        .set({ offered: number })
        .where(and(eq(pathways.id, id), eq(pathways.version, version))),
      guard(call, 'draft_read'),
      auditEntry(call, 'pathway.published', id, { number }),
    ],
    {
      answer: { number },
      conflicts: {
        draft_read: changedElsewhere,
        'pathway_versions.pathway_id, pathway_versions.number': changedElsewhere,
      },
    },
  )
}
