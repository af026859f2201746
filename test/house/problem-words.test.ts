import { globSync, readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import { declaredProblems } from '../../worker/foundation/call/problem.ts'
import { problemWords } from '../../worker/http/problem-words.ts'

const rooms = globSync('worker/*/problems.ts')
// Problems are declared when these modules are loaded.
await Promise.all(rooms.map((path) => import(`${process.cwd()}/${path}`)))
const types = [...declaredProblems().keys()]
const keyOf = (type: string) => `problem_${type.replaceAll('-', '_')}`

const words = globSync('web/messages/en/problems-*.json').flatMap((path) =>
  Object.entries<unknown>(JSON.parse(readFileSync(path, 'utf8'))).map(([key, text]) => ({
    path,
    key,
    text,
  })),
)

const plain = (text: string) => text.replaceAll('’', "'").replace(/[.]$/, '')

describe('a refusal', () => {
  it('is declared in the problems.ts of its room', () => {
    expect(rooms.length).toBeGreaterThan(8)
    const elsewhere = globSync('worker/**/*.ts').filter(
      (path) =>
        !path.endsWith('/problems.ts') &&
        path !== 'worker/foundation/call/problem.ts' &&
        /\bproblem\(\s*\d{3}/.test(readFileSync(path, 'utf8')),
    )
    expect(elsewhere).toEqual([])
  })

  it.each(types)('says what to do about it: %s', (type) => {
    const found = words.filter(({ key }) => key === keyOf(type))
    expect(found).toHaveLength(1)
    const text = problemWords(type) ?? ''
    expect(text).toBe(found[0]?.text)
    expect(text.length).toBeGreaterThan(40)
    expect(text).toMatch(/[.?]$/)
  })

  // The app shows the text of these at a field, without the title.
  const withoutTitle = ['join-code-unknown', 'reasons-alike']

  it.each(types)('does not begin with its title: %s', (type) => {
    if (withoutTitle.includes(type)) return
    const [first = ''] = (problemWords(type) ?? '').split(/(?<=[.?]) /)
    expect(plain(first)).not.toBe(plain(declaredProblems().get(type)?.title ?? ''))
  })

  it('has no text without a declared problem', () => {
    const known = types.map(keyOf)
    expect(words.filter(({ key }) => !known.includes(key))).toEqual([])
  })

  it('has no placeholders, so that its page and the app show the same text', () => {
    expect(words.filter(({ text }) => typeof text !== 'string' || /[{}]/.test(text))).toEqual([])
  })
})
