import { canary, type Json } from './bad-bodies.ts'

type Path = (string | number)[]

/** A body that is right except for one value. */
export interface BadValue {
  name: string
  body: string
}

/** Fields that may be null. */
const nullable = new Set(['membershipId', 'level', 'feedback'])

const texts: Record<string, string> = {
  'a lone surrogate': '\ud800',
  'nine combining marks': 'a\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301',
  '25,000 letters': 'y e '.repeat(6_250),
}

// Written as raw JSON, because JSON.stringify would change them.
const rawNumbers = ['9007199254740993', '1e400', '-1e400', '-0.5']

/**
 * Bodies in each of which one value is wrong, in each way for its kind. Of a list, only the first
 * item is changed.
 */
export function badValues(valid: object): BadValue[] {
  return leavesOf(valid as Json).flatMap(({ path, value }) =>
    wrongOf(value, String(path.at(-1))).map(([name, wrong]) => ({
      name: `${path.join('.')}: ${name}`,
      body: written(valid as Json, path, wrong),
    })),
  )
}

/** A raw piece of JSON instead of a value. */
class Raw {
  constructor(readonly text: string) {}
}

function wrongOf(value: Json, name: string): [name: string, wrong: Json | Raw][] {
  const nothing: [string, Json | Raw][] = nullable.has(name) ? [] : [['null', null]]
  return [...nothing, ...wrongByKind(value)]
}

function wrongByKind(value: Json): [string, Json | Raw][] {
  if (typeof value === 'string') {
    const hostile = Object.entries(texts).map(([name, text]): [string, Json] => [
      name,
      `${value}${canary}${text}`,
    ])
    return [['a number', 2], ['true', true], ['a list', [value]], ['an object', {}], ...hostile]
  }
  if (typeof value === 'number') {
    const raw = rawNumbers.map((text): [string, Raw] => [text, new Raw(text)])
    return [['a text', String(value)], ['true', true], ['a list', [value]], ...raw]
  }
  if (typeof value === 'boolean') {
    return [
      ['a text', String(value)],
      ['a number', Number(value)],
    ]
  }
  if (Array.isArray(value)) {
    const many = Array.from({ length: 101 }, () => value[0] ?? canary)
    return [
      ['101 items', many],
      ['an object', { 0: value[0] ?? null }],
      ['a text', canary],
      ['a hole', [null]],
    ]
  }
  return [
    ['an empty list', []],
    ['a text', canary],
    ['a number', 2],
    ['an unknown member', { ...value, surprise: canary }],
    ['__proto__', new Raw(`{"__proto__": {"x": "${canary}"}, ${JSON.stringify(value).slice(1)}`)],
  ]
}

function leavesOf(value: Json, path: Path = []): { path: Path; value: Json }[] {
  const own = path.length > 0 ? [{ path, value }] : []
  if (Array.isArray(value)) {
    return value[0] === undefined ? own : [...own, ...leavesOf(value[0], [...path, 0])]
  }
  if (typeof value !== 'object' || value === null) return own
  return [
    ...own,
    ...Object.entries(value).flatMap(([name, inner]) => leavesOf(inner, [...path, name])),
  ]
}

function written(valid: Json, path: Path, wrong: Json | Raw): string {
  const mark = '"\u2063here\u2063"'
  const text = JSON.stringify(replaced(valid, path))
  return text.replace(mark, () => (wrong instanceof Raw ? wrong.text : JSON.stringify(wrong)))
}

function replaced(value: Json, [first, ...rest]: Path): Json {
  if (first === undefined) return '\u2063here\u2063'
  if (Array.isArray(value))
    return value.with(Number(first), replaced(value[Number(first)] ?? null, rest))
  if (typeof value !== 'object' || value === null) return value
  return { ...value, [first]: replaced(value[first] ?? null, rest) }
}
