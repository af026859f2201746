import { and, count, desc, eq, gt, isNotNull } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { outbox } from '../../foundation/tables.ts'

const mostShown = 100
const droppedDays = 7

/**
 * Dead notes, which stay until they are retried, the latest first, and how many notes were dropped
 * in the last seven days because they were too late. Ids and kinds only: no payloads and no names.
 */
export async function findDeadNotes({ db, now }: Call) {
  const since = new Date(now.getTime() - droppedDays * 86_400_000)
  const isDead = isNotNull(outbox.deadAt)
  const wasDropped = and(
    isNotNull(outbox.doneAt),
    eq(outbox.problem, 'too-late'),
    gt(outbox.doneAt, since),
  )
  const [notes, [total], dropped] = await db.batch([
    db
      .select({
        id: outbox.id,
        kind: outbox.kind,
        consumer: outbox.consumer,
        subjectId: outbox.subjectId,
        since: outbox.firstDueAt,
        deadAt: outbox.deadAt,
        problem: outbox.problem,
      })
      .from(outbox)
      .where(isDead)
      .orderBy(desc(outbox.deadAt))
      .limit(mostShown),
    db.select({ n: count() }).from(outbox).where(isDead),
    db
      .select({ kind: outbox.kind, consumer: outbox.consumer, n: count() })
      .from(outbox)
      .where(wasDropped)
      .groupBy(outbox.kind, outbox.consumer),
  ])
  return { notes, total: total?.n ?? 0, dropped }
}

/** A dead note. Undefined if it is not dead or was retried meanwhile. */
export function findDeadNote({ db }: Call, noteId: string) {
  return db
    .select({ id: outbox.id, kind: outbox.kind })
    .from(outbox)
    .where(and(eq(outbox.id, noteId), isNotNull(outbox.deadAt)))
    .get()
}
