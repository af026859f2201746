import { existsSync, mkdirSync, readdirSync, rmSync, statfsSync } from 'node:fs'

const memory = '/dev/shm'
/** A run writes about one gigabyte. A container often has much less here. */
const bytesNeeded = 3 * 1024 ** 3
const prefix = 'mettle-tests-'

/**
 * A folder in memory for the temporary files of the tests, removed when this process ends.
 * Undefined where the system has none or too little room. The tests make many small databases, and
 * on a disk each of their writes would wait for it.
 */
export function folderInMemory() {
  if (!existsSync(memory)) return undefined
  removeAbandoned()
  const { bavail, bsize } = statfsSync(memory)
  if (bavail * bsize < bytesNeeded) return undefined
  const folder = `${memory}/${prefix}${process.pid}`
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch {
    return undefined
  }
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Removes what a run that was killed has left. */
function removeAbandoned() {
  for (const name of readdirSync(memory).filter((each) => each.startsWith(prefix))) {
    if (!runs(Number(name.slice(prefix.length)))) {
      rmSync(`${memory}/${name}`, { recursive: true, force: true })
    }
  }
}

function runs(pid) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}
