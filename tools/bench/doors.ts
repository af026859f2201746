import { median } from './line.ts'
import type { BenchServer } from './server.ts'

const rounds = 5
const warmUp = 2
const limitMs = 10
const shown = 25

interface Cost {
  name: string
  /** CPU of the Workers, without what D1 itself needs. */
  ms: number
  queries: number
  subrequests: number
}

interface Answer {
  status: number
  queries: number
  subrequests: number
}

/**
 * CPU of every door, with the notes handled after it, as on the free plan; and of the cron.
 *
 * It is the CPU that workerd used between sending a request and getting its answer, the median of
 * five requests to a warm Worker. A workerd on this machine also runs D1, which Cloudflare does not
 * count: the CPU of as many round trips that find nothing is taken off. So what D1 needs more than
 * that is still in the figures, and they are rather too high.
 */
export async function measureDoors(server: BenchServer): Promise<void> {
  const trip = await costOfTrip(server)
  const doors: string[] = await (await fetch(`${server.origin}/bench/doors`)).json()
  const costs: Cost[] = []
  for (const door of doors) costs.push(await costOf(server, trip, door))
  costs.push(await costOfTick(server, trip))
  const sorted = costs.toSorted((one, other) => other.ms - one.ms)
  const over = sorted.filter(({ ms }) => ms > limitMs)
  console.log(
    `\nCPU of each door with the notes after it; one round trip to D1: ${trip.ms.toFixed(2)} ms. ` +
      `${over.length} of ${sorted.length} are past the ${limitMs} ms of the free plan`,
  )
  for (const cost of sorted.slice(0, Math.max(shown, over.length))) print(cost)
  const middle = sorted[Math.floor(sorted.length / 2)]
  if (middle) print({ ...middle, name: 'the median door' })
}

function print({ name, ms, queries, subrequests }: Cost): void {
  const mark = ms > limitMs ? '*' : ' '
  console.log(
    `${mark} ${name.padEnd(60)} ${ms.toFixed(1).padStart(6)} ms  ${queries} queries, ${subrequests} subrequests`,
  )
}

interface Trip {
  bareMs: number
  ms: number
}

async function costOfTrip(server: BenchServer): Promise<Trip> {
  const of = async (n: number) => {
    const all: number[] = []
    for (let round = 0; round < rounds * 2; round++) {
      all.push((await cpuOf(server, `/bench/queries?n=${n}`)).ms)
    }
    return median(all.slice(warmUp))
  }
  const [none, many] = [await of(0), await of(50)]
  return { bareMs: none, ms: (many - none) / 50 }
}

async function costOf(server: BenchServer, trip: Trip, name: string): Promise<Cost> {
  const door = encodeURIComponent(name)
  const before = () => fetch(`${server.origin}/bench/preparation?door=${door}`)
  return measured(server, trip, name, '/bench/request', before)
}

function costOfTick(server: BenchServer, trip: Trip): Promise<Cost> {
  return measured(server, trip, 'the cron', '/bench/tick')
}

async function measured(
  server: BenchServer,
  trip: Trip,
  name: string,
  path: string,
  before?: () => Promise<Response>,
): Promise<Cost> {
  const all: { ms: number; answer: Answer }[] = []
  for (let round = 0; round < rounds + warmUp; round++) {
    const prepared = await before?.()
    await prepared?.arrayBuffer()
    const { ms, answer } = await cpuOf(server, path)
    // Calls to the vault ask its own database about once each.
    all.push({ ms: ms - trip.bareMs - trip.ms * answer.subrequests, answer })
  }
  const warm = all.slice(warmUp)
  const refused = warm.find(({ answer }) => answer.status >= 400)
  if (refused) console.log(`${name} answered ${refused.answer.status}: the figure is of a refusal`)
  const most = (key: 'queries' | 'subrequests') =>
    Math.max(...warm.map(({ answer }) => answer[key]))
  return {
    name,
    ms: Math.max(0, median(warm.map(({ ms }) => ms))),
    queries: most('queries'),
    subrequests: most('subrequests'),
  }
}

async function cpuOf({ origin, cpuMs }: BenchServer, path: string) {
  const before = cpuMs()
  const answer: Answer = await (await fetch(origin + path)).json()
  return { ms: cpuMs() - before, answer }
}
