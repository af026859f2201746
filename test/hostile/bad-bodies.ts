/** A request with a wrong body, and the status that refuses it. */
export interface BadBody {
  name: string
  status: 400 | 413 | 415 | 422
  body: string | Uint8Array<ArrayBuffer> | ReadableStream
  headers?: Record<string, string | null>
}

/** Part of every value that is sent; no answer may contain it. */
export const canary = 'canary7f3a'

type Json = string | number | boolean | null | Json[] | { [name: string]: Json }

/** Every way in which a body can be wrong, whatever the door. */
export function badBodies(valid: object): BadBody[] {
  const text = JSON.stringify(valid)
  return [...wrongTypes(text), ...wrongSizes(text), ...wrongBytes(text), ...wrongJson(text)]
}

function wrongTypes(body: string): BadBody[] {
  const types = [
    null,
    'text/plain',
    'text/json',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/ld+json',
    'application/json; charset=latin1',
    'application/json, text/plain',
  ]
  const encodings = ['gzip', 'deflate', 'br', 'identity']
  return [
    ...types.map((type) => wrong(`type ${type}`, 415, body, { 'content-type': type })),
    ...encodings.map((name) => wrong(`encoding ${name}`, 415, body, { 'content-encoding': name })),
  ]
}

function wrongSizes(body: string): BadBody[] {
  const oneTooMany = body + ' '.repeat(65_537 - new TextEncoder().encode(body).length)
  return [
    wrong('65,537 bytes', 413, oneTooMany),
    wrong('65,537 bytes in chunks', 413, inChunks(oneTooMany)),
    wrong('ten million bytes announced', 413, body, { 'content-length': '10000000' }),
  ]
}

function wrongBytes(body: string): BadBody[] {
  const sequences = {
    'a byte that is no UTF-8': [0xff],
    'an overlong slash': [0xc0, 0xaf],
    'half a character': [0xe2, 0x82],
    'a surrogate in UTF-8': [0xed, 0xa0, 0x80],
  }
  const utf16 = new Uint8Array(Array.from(body, (letter) => [letter.charCodeAt(0), 0]).flat())
  return [
    ...Object.entries(sequences).map(([name, bytes]) => wrong(name, 400, insert(body, bytes))),
    wrong('UTF-16', 400, utf16),
  ]
}

function wrongJson(body: string): BadBody[] {
  const inner = body.slice(1, -1)
  const comma = inner === '' ? '' : ','
  return [
    wrong('half of it', 400, body.slice(0, -1)),
    wrong('a list', 400, `[${body}]`),
    wrong('a text', 400, JSON.stringify(canary)),
    wrong('a number', 400, '12'),
    wrong('null', 400, 'null'),
    wrong('twice', 400, body + body),
    wrong('a comma too many', 400, `{${inner},}`),
    wrong('a comment', 400, `{${inner}/* ${canary} */}`),
    wrong('single quotes', 400, `{'${canary}': 1}`),
    wrong('no number', 400, `{"${canary}": NaN}`),
    wrong('a raw control character', 400, `{"${canary}": "\u0001"}`),
    wrong('a tag for a name', 422, `{${inner}${comma}"<${canary}>": 1}`),
    wrong('an unknown member', 422, `{${inner}${comma}"surprise": "${canary}"}`),
    wrong('__proto__', 422, `{${inner}${comma}"__proto__": {"admin": "${canary}"}}`),
    wrong('constructor', 422, `{${inner}${comma}"constructor": "${canary}"}`),
    wrong('toString', 422, `{${inner}${comma}"toString": "${canary}"}`),
    wrong(
      '30,000 levels',
      422,
      `{${inner}${comma}"x": ${'['.repeat(30_000)}${']'.repeat(30_000)}}`,
    ),
  ]
}

function wrong(
  name: string,
  status: BadBody['status'],
  body: BadBody['body'],
  headers: Record<string, string | null> = {},
): BadBody {
  return { name, status, body, headers }
}

/** Inserts bytes inside a text value, so that only reading the bytes shows that they are wrong. */
function insert(body: string, bytes: number[]): Uint8Array<ArrayBuffer> {
  const head = body === '{}' ? '{"x":"' : `${body.slice(0, -1)},"x":"`
  const encoder = new TextEncoder()
  return new Uint8Array([...encoder.encode(head), ...bytes, ...encoder.encode('"}')])
}

function inChunks(text: string): ReadableStream {
  const bytes = new TextEncoder().encode(text)
  let at = 0
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close()
      controller.enqueue(bytes.slice(at, (at += 8_192)))
    },
  })
}

export type { Json }
