import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'

const folder = '.local/locks'

/**
 * Runs `work` while no other command in this folder runs work of the same `name`. Waits for the
 * other command, and says so. A command that was killed leaves its file, which no longer counts.
 */
export function alone(name, work) {
  mkdirSync(folder, { recursive: true })
  const path = `${folder}/${name.replaceAll(/\W+/g, '-')}`
  let isTold = false
  while (!take(path)) {
    const other = owner(path)
    if (other === 'none') {
      rmSync(path, { force: true })
      continue
    }
    if (!isTold && other) console.log(waiting(other, path))
    isTold ||= other !== undefined
    pause(250)
  }
  const leave = () => rmSync(path, { force: true })
  process.on('exit', leave)
  try {
    return work()
  } finally {
    leave()
    process.off('exit', leave)
  }
}

const waiting = (other, path) =>
  `Another Mettle command is preparing this folder (process ${other}). We wait for it.\n` +
  `If no other command runs, delete ${path}.`

function take(path) {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    return false
  }
}

/** The process that works; 'none' if it has ended; undefined if it is just beginning or ending. */
function owner(path) {
  const file = statSync(path, { throwIfNoEntry: false })
  if (!file) return undefined
  const text = textOf(path)
  if (text) return runs(Number(text)) ? text : 'none'
  return Date.now() - file.mtimeMs > 5_000 ? 'none' : undefined
}

function textOf(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

function runs(pid) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}

const pause = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
