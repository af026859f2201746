import { crc32, deflateSync } from 'node:zlib'

interface Picture {
  width: number
  height: number
  /** Four bytes a pixel: red, green, blue, alpha. */
  pixels: Uint8Array
}

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const paletteSize = 256

/**
 * A PNG with a palette (PNG 3, colour type 3). A hallmark has a handful of colours and their blends
 * at the edges, so a palette of 256 looks the same and needs a third of the bytes.
 */
export function indexedPng({ width, height, pixels }: Picture): Buffer {
  const colours = new Uint32Array(pixels.slice().buffer)
  const palette = mostFrequent(colours)
  const indexOf = new Map<number, number>(palette.map((colour, index) => [colour, index]))
  const rows = Buffer.alloc((width + 1) * height)
  for (const [at, colour] of colours.entries()) {
    let index = indexOf.get(colour)
    if (index === undefined) indexOf.set(colour, (index = nearest(palette, colour)))
    // Each row starts with the number of its filter: none.
    rows[at + Math.floor(at / width) + 1] = index
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3], 8)
  return Buffer.concat([
    Buffer.from(signature),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap((colour) => channels(colour).slice(0, 3)))),
    chunk('tRNS', Buffer.from(palette.map((colour) => channels(colour)[3]))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function mostFrequent(colours: Uint32Array): number[] {
  const counts = new Map<number, number>()
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1)
  return [...counts]
    .toSorted(([one, often], [other, less]) => less - often || one - other)
    .slice(0, paletteSize)
    .map(([colour]) => colour)
}

function nearest(palette: number[], colour: number): number {
  const wanted = channels(colour)
  const distance = (other: number) =>
    channels(other).reduce((sum, value, index) => sum + (value - (wanted[index] ?? 0)) ** 2, 0)
  let best = 0
  for (const [index, other] of palette.entries()) {
    if (distance(other) < distance(palette[best] ?? 0)) best = index
  }
  return best
}

/** Little-endian, as pixels are stored in memory: red is the low byte. */
function channels(colour: number): [number, number, number, number] {
  return [colour & 255, (colour >>> 8) & 255, (colour >>> 16) & 255, colour >>> 24]
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const frame = Buffer.alloc(named.length + 8)
  frame.writeUInt32BE(content.length, 0)
  named.copy(frame, 4)
  frame.writeUInt32BE(crc32(named), named.length + 4)
  return frame
}
