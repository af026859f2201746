import { contentOf } from '../pack.ts'
import type { Before } from '../record.ts'
import type { Run } from '../run.ts'
import { workers } from '../workers.ts'

/**
 * Notes where both databases stand before this deploy. A run that goes on with the same deploy
 * keeps what was noted, because the databases may be changed since.
 */
export function noteBookmark(run: Run): void {
  const before = beforeOf(run)
  const bookmarks = (before.bookmarks ??= {})
  for (const { name, database } of workers) {
    if (bookmarks[database.id]) continue
    const info = ['d1', 'time-travel', 'info', database.binding, '-c', run.configOf(name), '--json']
    const { bookmark } = run.wrangler.json(info) as { bookmark: string }
    bookmarks[database.id] = bookmark
    run.save()
  }
  before.at ??= new Date().toISOString()
  run.save()
  for (const line of restoreCommand(before)) run.say(`If a database must go back: ${line}`)
}

/** The release that is being deployed, and what there was before it. */
export function beforeOf(run: Run): Before {
  const release = workers.map((worker) => contentOf(run, worker)).join('-')
  if (run.recorded.before?.release !== release) run.recorded.before = { release }
  return run.recorded.before ?? { release }
}

/**
 * How to take the main database back. Text only: somebody must decide what is lost by it. Not Time
 * Travel itself: people who were erased since would come back.
 */
export function restoreCommand({ at }: Before): string[] {
  return at ? [`npm run restore -- --remote --main-only --time ${at}`] : []
}
