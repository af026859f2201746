import { badRequest, tooLarge, tooSlow, unsupportedMediaType } from './problems.ts'

const largest = 64 * 1024
const patienceMs = 10_000

/**
 * Reads the text of a JSON request: an object in strict UTF-8, at most 64 KB, with or without a
 * content-length. Throws 413 if it is larger, 408 if 10 seconds pass without a new part of it, 415
 * or 400. Without a body it returns an empty string.
 */
export async function readBody(request: Request): Promise<string> {
  if (!request.body) return ''
  const bytes = await readBounded(request)
  if (bytes.length === 0) return ''
  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/json(?:\s*;\s*charset=utf-8)?$/i.test(type.trim()))
    throw unsupportedMediaType()
  if (request.headers.has('content-encoding')) throw unsupportedMediaType()
  const text = decode(bytes)
  if (!isObject(text)) throw badRequest()
  return text
}

async function readBounded(request: Request): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > largest) throw tooLarge()
  const reader = request.body?.getReader()
  const chunks: Uint8Array[] = []
  let length = 0
  for (;;) {
    const part = await inTime(reader?.read())
    if (!part || part.done) break
    length += part.value.length
    if (length > largest) throw tooLarge()
    chunks.push(part.value)
  }
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}

async function inTime<Part>(part: Promise<Part> | undefined): Promise<Part | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(tooSlow()), patienceMs)
  })
  try {
    return await Promise.race([part, late])
  } finally {
    clearTimeout(timer)
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes)
  } catch {
    throw badRequest()
  }
}

function isObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}
