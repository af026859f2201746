import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { lintChallenge } from '../lint/challenge.ts'
import { readFolders } from '../read-folders.ts'
import type { Measured } from './measured.ts'

/** Every challenge in English below `root`; undefined if one of them would be refused. */
export function readMeasured(root: string, notesFolder: string): Measured[] | undefined {
  const verdicts = readFolders(root).map((folder) => lintChallenge(folder))
  const measured = verdicts.flatMap(({ read, publishable }) => {
    if (!read || !publishable) return []
    const { id } = read.challenge.content
    const notes = join(notesFolder, `${id}.md`)
    const text = existsSync(notes) ? readFileSync(notes, 'utf8') : ''
    return { id, read, exploration: publishable.exploration, notes: text }
  })
  if (measured.length === 0 || measured.length < verdicts.length) return undefined
  return measured.filter(({ read }) => read.challenge.content.language === 'en')
}
