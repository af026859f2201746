import { strFromU8, unzipSync } from 'fflate'

import { check } from '../check.ts'
import type { Person } from '../person.ts'

/** The export holds what the student wrote, opened. */
export async function takeExport(student: Person, written: string): Promise<void> {
  await student.confirm()
  const { status, bytes, text } = await student.ask('GET', '/api/export')
  check(status === 200, `GET /api/export answered ${status}: ${text}`)
  const files = Object.entries(unzipSync(new Uint8Array(bytes)))
  const holds = (words: string) => files.some(([, file]) => strFromU8(file).includes(words))
  check(holds(student.name), 'The export does not hold the name.')
  check(holds(written), 'The export does not hold the answer.')
}

/** Asks for the erasure, is signed out, undoes it by the mailed link, and signs in again. */
export async function eraseAndUndo(student: Person): Promise<void> {
  await student.confirm()
  await student.post('/api/erasure')
  const { status } = await student.ask('GET', '/api/session')
  check(status === 401, `After the request the session answers ${status}.`)
  const token = await student.mail(/\/erasures\/([\w-]{43})$/m)
  await student.get(`/api/erasures/${token}`)
  await student.delete(`/api/erasures/${token}`)
  await student.signIn()
  const { name } = await student.get('/api/account')
  check(name === student.name, `The account is back, but its name is ${name}.`)
}
