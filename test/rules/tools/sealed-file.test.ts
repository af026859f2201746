import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { openPieces, sealPieces } from '../../../tools/backup/pieces.ts'
import { openFile, sealFile } from '../../../tools/backup/sealed-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'mettle-sealed-'))
const key = randomBytes(32)
const piece = 1 << 20
let made = 0

/** A sealed file with this content. */
async function sealed(content: Buffer, name = 'main') {
  const [from, path] = [join(folder, `${++made}`), join(folder, `${made}.sealed`)]
  writeFileSync(from, content)
  return { path, ...(await sealFile(key, name, from, path)) }
}

async function opened(file: Awaited<ReturnType<typeof sealed>>, with_ = key, name = 'main') {
  const to = join(folder, `${++made}`)
  await openFile(with_, name, file, to)
  return readFileSync(to)
}

/** The same file with other bytes. Its hash is right, so only the cipher can tell. */
function changed(file: Awaited<ReturnType<typeof sealed>>, bytes: Buffer) {
  const path = join(folder, `${++made}.changed`)
  writeFileSync(path, bytes)
  return { ...file, path, sha256: createHash('sha256').update(bytes).digest('hex') }
}

async function* parts(...all: Buffer[]) {
  yield* all
}

const refusal = /damaged, not whole, or sealed with another backup key/

describe('a sealed file', () => {
  // Random bytes do not get smaller, so these reach the ends of pieces.
  it.each([0, 1, piece - 400, piece, 2 * piece, 3 * piece + 17])(
    'of %i bytes opens again',
    async (size) => {
      const content = randomBytes(size)
      expect((await opened(await sealed(content))).equals(content)).toBe(true)
    },
  )

  it('can be read by its owner only, and shows nothing of its content', async () => {
    const { path } = await sealed(Buffer.from('canary-in-a-backup '.repeat(2_000)))
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(readFileSync(path).includes('canary')).toBe(false)
  })

  it('does not open with another key or in the place of another file', async () => {
    const file = await sealed(Buffer.from('people'))
    await expect(opened(file, randomBytes(32))).rejects.toThrow(refusal)
    await expect(opened(file, key, 'vault')).rejects.toThrow(refusal)
  })

  it('does not open if it was cut off, wherever, or a byte is another', async () => {
    const file = await sealed(randomBytes(2 * piece + 5_000))
    const bytes = readFileSync(file.path)
    const [head, sealedPiece] = [48, piece + 16]
    for (const end of [0, 20, head, head + 100, head + sealedPiece, head + 2 * sealedPiece, -1]) {
      await expect(opened(changed(file, bytes.subarray(0, end)))).rejects.toThrow(refusal)
    }
    for (const at of [5, 40, head + 10, bytes.length - 1]) {
      const other = Buffer.from(bytes)
      other.writeUInt8(other.readUInt8(at) ^ 1, at)
      await expect(opened(changed(file, other))).rejects.toThrow(refusal)
    }
  })

  it('does not open if its pieces are in another order', async () => {
    const file = await sealed(randomBytes(3 * piece))
    const bytes = readFileSync(file.path)
    const [head, size] = [48, piece + 16]
    const pieceAt = (index: number) =>
      bytes.subarray(head + index * size, head + (index + 1) * size)
    const swapped = [
      bytes.subarray(0, head),
      pieceAt(1),
      pieceAt(0),
      bytes.subarray(head + 2 * size),
    ]
    await expect(opened(changed(file, Buffer.concat(swapped)))).rejects.toThrow(refusal)
  })

  it('that ends after a whole piece is known to be cut off by the cipher alone', async () => {
    const all: Buffer[] = []
    for await (const part of sealPieces(key, 'main', parts(randomBytes(2 * piece)))) all.push(part)
    const read = async (sealedParts: Buffer[]) => {
      for await (const part of openPieces(key, 'main', parts(...sealedParts))) void part
    }
    await expect(read(all)).resolves.toBeUndefined()
    await expect(read(all.slice(0, -1))).rejects.toThrow('authenticate')
  })

  it('leaves no plain file behind when it does not open', async () => {
    const file = await sealed(randomBytes(2 * piece))
    const cut = changed(file, readFileSync(file.path).subarray(0, piece + 64))
    const to = join(folder, 'plain')
    await expect(openFile(key, 'main', cut, to)).rejects.toThrow(refusal)
    expect(existsSync(to)).toBe(false)
  })
})
