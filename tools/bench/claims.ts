import type { BenchServer } from './server.ts'
import type { StageCost } from './measure-stage.ts'
import { stages } from './stages.ts'

export const waiting = 100_000
const mostRead = 60
const mostWritten = 12

/**
 * Rows that a claim reads and writes at each stage of a queue of 100,000 submissions, and that a
 * query in the way of Open edX ORA2 reads on the same data: it counts the reviews of every
 * submission that is open. A row is what D1 counts and bills.
 */
export async function measureClaims({ origin }: BenchServer): Promise<void> {
  console.log(
    `\nA claim among ${waiting} waiting submissions; at most ${mostRead} rows read and ${mostWritten} written`,
  )
  for (const [stage, { name }] of stages.entries()) {
    const cost: StageCost = await (await read(`${origin}/bench/stage?stage=${stage}`)).json()
    const isOver = cost.read > mostRead || cost.written > mostWritten
    const times = Math.round(cost.counted / cost.bare).toLocaleString('en')
    console.log(
      `${isOver ? '*' : ' '} ${name.padEnd(47)} ${cost.read} read, ${cost.picked} of them for the offers; ` +
        `${cost.written} written; the bare pick ${cost.bare}, counting all ${cost.counted}: ${times} x`,
    )
  }
}

async function read(address: string): Promise<Response> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address} answered ${response.status}`)
  return response
}
