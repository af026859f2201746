import { env } from 'cloudflare:workers'
import { beforeAll, expect, it } from 'vitest'

import { tick } from '../../worker/tick.ts'
import { envAt } from '../support/client.ts'
import { countingRows } from '../support/counting-rows.ts'
import { aCrowd } from '../support/crowd.ts'
import { findScans } from '../support/find-scans.ts'
import { aVisibleStudent } from '../support/hiring.ts'
import { multiply } from '../support/multiply.ts'
import { plantRareRows } from '../support/rare-rows.ts'
import { settle } from '../support/settle.ts'
import { askOf, doorNames, liftRateLimits, rightful, send } from '../support/traffic.ts'
import { theWorld } from '../support/traffic/world.ts'

liftRateLimits()
const t0 = Date.now()
const lap = (w: string) => console.log(w, Date.now() - t0)

beforeAll(async () => {
  for (const door of doorNames) {
    const ask = await askOf(door)
    const { status, text } = await send(await rightful(ask), door, ask)
    if (status >= 400) throw new Error(`${door}: ${text}`)
    await ask.after?.()
  }
  lap('doors')
  await settle()
  await tick(envAt())
  lap('settled')
  await plantRareRows()
  const { home } = await theWorld()
  const model = await aVisibleStudent({ in: home })
  await multiply({ people: 400, worlds: 30 })
  lap('people')
  for (let n = 0; n < 5; n++) await aCrowd(model, 2_000)
  lap('crowd')
})

const statements = new Map()

it('x', async () => {
  const costs: [string, number, number][] = []
  for (const door of doorNames) {
    const ask = await askOf(door)
    const who = await rightful(ask)
    const { DB, cost } = countingRows(env.DB, { plans: 'later' })
    const { status, text } = await send(who, door, ask, { env: { DB } })
    if (status >= 400) throw new Error(`${door}: ${text}`)
    await ask.after?.()
    costs.push([door, cost.read, cost.written])
    for (const [q, e] of cost.explain) statements.set(q, e)
  }
  lap('counted')
  const { DB, cost } = countingRows(env.DB, { plans: 'later' })
  await tick(envAt(undefined, { DB }))
  for (const [q, e] of cost.explain) statements.set(q, e)
  costs.push(['tick', cost.read, cost.written])
  lap('tick')
  console.log(costs.toSorted((a, b) => b[1] - a[1]).map(([d, r, w]) => `${r}\t${w}\t${d}`).join('\n'))
  const scans = await findScans(statements)
  lap(`explained ${statements.size}`)
  console.log(scans.map(({ query, table }) => `SCAN ${table}: ${query.replace(/\s+/g, ' ').slice(0, 400)}`).join('\n'))
  expect(scans).toEqual([])
})
