import { createHash, timingSafeEqual } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'

import { type Bytes, openPieces, sealPieces } from './pieces.ts'
import { Refusal } from './refusal.ts'

export interface Sealed {
  bytes: number
  /** SHA-256 of the sealed file and of the plain one, in hex. */
  sha256: string
  plainSha256: string
}

/** Packs and seals a file. `name`: what it opens as; a file in the place of another does not open. */
export async function sealFile(
  key: Buffer,
  name: string,
  from: string,
  to: string,
): Promise<Sealed> {
  const [plain, sealed] = [createHash('sha256'), createHash('sha256')]
  let bytes = 0
  await pipeline(
    createReadStream(from),
    (source: Bytes) => hashed(source, plain),
    createGzip(),
    (source: Bytes) => sealPieces(key, name, source),
    async function* count(source: Bytes) {
      for await (const part of hashed(source, sealed)) {
        bytes += part.length
        yield part
      }
    },
    createWriteStream(to, { mode: 0o600, flags: 'wx' }),
  )
  await flush(to)
  return { bytes, sha256: sealed.digest('hex'), plainSha256: plain.digest('hex') }
}

/**
 * Opens a sealed file and compares both hashes. If anything is not as it was sealed, it throws a
 * Refusal and leaves no plain file.
 */
export async function openFile(
  key: Buffer,
  name: string,
  { path, sha256, plainSha256 }: { path: string } & Omit<Sealed, 'bytes'>,
  to: string,
): Promise<void> {
  const [plain, sealed] = [createHash('sha256'), createHash('sha256')]
  try {
    await pipeline(
      createReadStream(path),
      (source: Bytes) => hashed(source, sealed),
      (source: Bytes) => openPieces(key, name, source),
      createGunzip(),
      (source: Bytes) => hashed(source, plain),
      createWriteStream(to, { mode: 0o600, flags: 'wx' }),
    )
    if (!isSame(sealed.digest('hex'), sha256) || !isSame(plain.digest('hex'), plainSha256)) {
      throw new Error('Another hash.')
    }
  } catch {
    await rm(to, { force: true })
    throw new Refusal(`${path} is damaged, not whole, or sealed with another backup key.`)
  }
}

async function* hashed(source: Bytes, hash: ReturnType<typeof createHash>) {
  for await (const part of source) {
    hash.update(part)
    yield part
  }
}

/** Asks the disk to keep the file, so that a manifest never describes one that a power cut takes away. */
async function flush(path: string): Promise<void> {
  const file = await open(path, 'r')
  await file.sync()
  await file.close()
}

function isSame(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))
}
