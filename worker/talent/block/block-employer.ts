import { and, eq } from 'drizzle-orm'
import type { InferOutput } from 'valibot'

import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit, guard } from '../../foundation/commit/commit.ts'
import { newId } from '../../foundation/call/id.ts'
import { note } from '../../foundation/outbox/note.ts'
import { notFound } from '../../http/problems.ts'
import type { BlockInput } from './block-input.ts'
import { isEmployer } from './find-blocks.ts'
import { alreadyBlocked, tooManyBlocks } from '../problems.ts'
import { blocks } from '../tables.ts'

type Input = InferOutput<typeof BlockInput>

/** Hides the caller from one employer, or from every employer with this domain or a subdomain. */
export async function blockEmployer(call: Call, input: Input) {
  const organizationId = 'organizationId' in input ? input.organizationId : null
  if (organizationId !== null && !(await isEmployer(call, organizationId))) throw notFound()
  const block = {
    id: newId(),
    studentId: call.actorId,
    organizationId,
    domain: 'domain' in input ? input.domain : null,
    createdAt: call.now,
  }
  return commit(
    call,
    [
      call.db.insert(blocks).values(block),
      // This makes the interviews room end the requests of this employer that are not accepted.
      note(call, 'visibility.changed', call.actorId, { payload: { blockId: block.id } }),
      auditEntry(call, 'block.made', block.id, {}, null),
    ],
    {
      answer: { blockId: block.id },
      conflicts: {
        too_many_blocks: tooManyBlocks,
        'blocks.student_id, blocks.organization_id': alreadyBlocked,
        'blocks.student_id, blocks.domain': alreadyBlocked,
      },
    },
  )
}

export function unblockEmployer(call: Call, { id }: { id: string }) {
  return commit(
    call,
    [
      call.db.delete(blocks).where(and(eq(blocks.id, id), eq(blocks.studentId, call.actorId))),
      guard(call, 'block_gone'),
      auditEntry(call, 'block.ended', id, {}, null),
    ],
    { answer: null, conflicts: { block_gone: notFound } },
  )
}
