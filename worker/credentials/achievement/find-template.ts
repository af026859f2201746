import { eq } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import type { Template } from '../document/template.ts'
import { credentialTemplates } from '../tables.ts'

const most = 50

/** Templates never change, so an isolate keeps those that it used last. */
const kept = new Map<string, Template>()

export async function findTemplate({ db }: Call, hash: string): Promise<Template | undefined> {
  const known = kept.get(hash)
  if (known) return keepTemplate(known)
  const row = await db
    .select()
    .from(credentialTemplates)
    .where(eq(credentialTemplates.hash, hash))
    .get()
  if (!row) return undefined
  const { shape, skeleton } = row
  return keepTemplate({ hash, shape, skeleton, compiled: compiledIn(row) })
}

export function keepTemplate(template: Template): Template {
  kept.delete(template.hash)
  kept.set(template.hash, template)
  const [oldest] = kept.keys()
  if (kept.size > most && oldest !== undefined) kept.delete(oldest)
  return template
}

function compiledIn({ fixedLines, slotted, blank }: typeof credentialTemplates.$inferSelect) {
  if (fixedLines === null || slotted === null || blank === null) return null
  return { fixedLines, slotted, blank }
}
