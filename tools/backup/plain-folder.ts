import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

const prefix = 'mettle-plain-'
const leftMs = 86_400_000
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Does work in a new folder that only this user can read, for databases that are not sealed. It is deleted at
 * the end, also after Ctrl+C. What a run that was killed has left is deleted by the next one, a day later:
 * before that it could still be running.
 */
export async function inPlainFolder<Result>(
  inside: string,
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  dropLeft(inside, prefix)
  const folder = mkdtempSync(join(inside, prefix))
  const drop = () => rmSync(folder, { recursive: true, force: true })
  const stop = () => {
    drop()
    process.exit(130)
  }
  for (const signal of signals) process.once(signal, stop)
  try {
    return await work(folder)
  } finally {
    for (const signal of signals) process.off(signal, stop)
    drop()
  }
}

/** Deletes what has this prefix and was not touched for a day. */
export function dropLeft(inside: string, begins: string, now = Date.now()): void {
  for (const name of readdirSync(inside).filter((each) => each.startsWith(begins))) {
    const path = join(inside, name)
    if (isOld(path, now)) rmSync(path, { recursive: true, force: true })
  }
}

/** In a shared folder a path can be gone, or another user's. */
function isOld(path: string, now: number): boolean {
  const found = statSync(path, { throwIfNoEntry: false })
  return found !== undefined && found.uid === process.getuid?.() && found.mtimeMs < now - leftMs
}
