import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { commands } from './commands.mjs'

/**
 * Answers one call with what is kept in `folder`, as wrangler would: `{status, stdout, stderr}`.
 * `fail`: the number of the call that fails; with `!`, it does its work and then fails, as when an
 * answer is lost.
 */
export function answer(args, { folder, stdin = '', fail = '' }) {
  mkdirSync(folder, { recursive: true })
  const number = record(folder, { args, stdin })
  if (fail === String(number)) return failed('A request to the Cloudflare API failed. [code: 7003]')

  const file = join(folder, 'account.json')
  const known = existsSync(file)
    ? JSON.parse(readFileSync(file, 'utf8'))
    : { databases: [], namespaces: [], workers: {}, made: 0 }
  const { words, flags } = read(args)
  const name = Object.keys(commands).find((one) => words.join(' ').startsWith(one))
  if (!name) return failed(`Unknown arguments: ${args.join(' ')}`)
  try {
    const rest = words.slice(name.split(' ').length)
    const out = commands[name]({ known, folder, rest, flags })
    writeFileSync(file, JSON.stringify(known, null, 1))
    if (fail === `${number}!`) return failed(`The connection was closed. ${filesOf(flags)}`)
    const stdout = typeof out === 'string' ? out : JSON.stringify(out, null, 2)
    return { status: 0, stdout, stderr: '' }
  } catch (error) {
    return failed(error.message)
  }
}

/** Every call that was made in this account. */
export function callsIn(folder) {
  const file = join(folder, 'calls.jsonl')
  const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : []
  return lines.map((line) => JSON.parse(line))
}

function record(folder, call) {
  appendFileSync(join(folder, 'calls.jsonl'), `${JSON.stringify(call)}\n`)
  return callsIn(folder).length
}

function read(args) {
  const words = []
  const flags = {}
  for (let at = 0; at < args.length; at++) {
    const word = args[at]
    const next = args[at + 1]
    if (!word.startsWith('-')) words.push(word)
    else if (next === undefined || next.startsWith('-')) flags[word] = true
    else flags[word] = args[++at]
  }
  return { words, flags }
}

/** A careless program shows the files that it was given. */
const filesOf = ({ '--secrets-file': file }) => (file ? readFileSync(file, 'utf8') : '')

const failed = (message) => ({ status: 1, stdout: '', stderr: `✘ [ERROR] ${message}` })
