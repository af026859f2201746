import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

export type Bytes = AsyncIterable<Buffer>

/** The plain bytes of a piece. Only a piece is in memory, however large the file. */
const pieceBytes = 1 << 20
const tagBytes = 16
const saltBytes = 32
const magic = Buffer.from('mettle backup 1\n')

/**
 * Seals a stream with AES-256-GCM in pieces of 1 MiB, under a key for this stream alone. The nonce of a piece
 * says its number and whether it is the last one (the STREAM construction of Hoang, Reyhanitabar, Rogaway and
 * Vizár, 2015), so a stream that is cut off, reordered or joined from two does not open.
 */
export async function* sealPieces(key: Buffer, name: string, source: Bytes) {
  const salt = randomBytes(saltBytes)
  const own = fileKey(key, salt, name)
  yield Buffer.concat([magic, salt])
  for await (const { piece, index, isLast } of pieces(source, pieceBytes)) {
    const cipher = createCipheriv('aes-256-gcm', own, nonce(index, isLast))
    yield Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()])
  }
}

/** The stream again. Throws if any of it is not as it was sealed. */
export async function* openPieces(key: Buffer, name: string, source: Bytes) {
  const reader = source[Symbol.asyncIterator]()
  let head = Buffer.alloc(0)
  const headBytes = magic.length + saltBytes
  while (head.length < headBytes) {
    const { value, done } = await reader.next()
    if (done) throw new Error('No head.')
    head = Buffer.concat([head, value])
  }
  if (!head.subarray(0, magic.length).equals(magic)) throw new Error('Another kind of file.')
  const own = fileKey(key, head.subarray(magic.length, headBytes), name)
  const rest = remaining(head.subarray(headBytes), reader)
  for await (const { piece, index, isLast } of pieces(rest, pieceBytes + tagBytes)) {
    const decipher = createDecipheriv('aes-256-gcm', own, nonce(index, isLast))
    decipher.setAuthTag(piece.subarray(piece.length - tagBytes))
    yield Buffer.concat([
      decipher.update(piece.subarray(0, piece.length - tagBytes)),
      decipher.final(),
    ])
  }
}

async function* remaining(first: Buffer, reader: AsyncIterator<Buffer>) {
  yield first
  for (let next = await reader.next(); !next.done; next = await reader.next()) yield next.value
}

/** Cuts a stream into pieces of one size; the last one is shorter, and can be empty. */
async function* pieces(source: Bytes, size: number) {
  let [held, index] = [Buffer.alloc(0), 0]
  for await (const part of source) {
    held = Buffer.concat([held, part])
    // A full piece is held back until more follows, because it could be the last.
    for (; held.length > size; index++) {
      yield { piece: held.subarray(0, size), index, isLast: false }
      held = held.subarray(size)
    }
  }
  yield { piece: held, index, isLast: true }
}

function nonce(index: number, isLast: boolean): Buffer {
  const bytes = Buffer.alloc(12)
  bytes.writeUInt32BE(index, 7)
  bytes.writeUInt8(isLast ? 1 : 0, 11)
  return bytes
}

const fileKey = (key: Buffer, salt: Buffer, name: string) =>
  Buffer.from(hkdfSync('sha256', key, salt, `mettle backup v1|${name}`, 32))
