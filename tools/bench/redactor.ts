import { attacks, nameOf, textOf } from '../../test/support/growth/attacks.ts'
import { longLength, shortLength } from '../../test/support/growth/growth.ts'
import { redact } from '../../worker/foundation/redactor/redact.ts'
import { line, median } from './line.ts'

const rounds = 5
const slowest = 8
const programmes = ['Riverside Community College', 'RCC']

/**
 * Times the redactor in Node on a long and a short version of every hostile text. The long one is
 * four times as long, so linear work gives a ratio of 4.
 */
export function measureRedactor(): void {
  const measured = attacks.map((attack) => {
    const [long, short] = [textOf(attack, longLength), textOf(attack, shortLength)]
    const [inLong, inShort]: [number[], number[]] = [[], []]
    for (let round = 0; round < rounds; round++) {
      inShort.push(hiding(short))
      inLong.push(hiding(long))
    }
    return { name: nameOf(attack), inLong, ratio: Math.min(...inLong) / Math.min(...inShort) }
  })
  const shown = measured.toSorted((a, b) => median(b.inLong) - median(a.inLong)).slice(0, slowest)
  const most = Math.max(...shown.map(({ ratio }) => ratio))
  console.log(
    `\nRedactor: ${longLength} characters against ${shortLength}, the ${slowest} slowest of ` +
      `${attacks.length} texts; at most ${most.toFixed(2)} x; the least of ${rounds} runs`,
  )
  for (const { name, inLong, ratio } of shown)
    line(name, inLong, ratio, `x ${shortLength} characters`)
}

function hiding(text: string): number {
  const started = performance.now()
  redact(text, 'Ana-María O’Neil Vu', programmes, 'en')
  return performance.now() - started
}
