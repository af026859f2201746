import * as v from 'valibot'

import type { Bindings } from '../env.ts'
import { drain } from '../foundation/outbox/drain.ts'
import { reactions } from '../reactions.ts'
import { isUsed, readState, writeState } from './clock.ts'
import { listDemoPeople } from './demo/list.ts'
import { Stage } from './demo/stage.ts'
import { Demo } from './demo/texts.ts'
import { playDemo } from './demo/timeline.ts'
import { endProgress, keepProgress } from './progress.ts'

/**
 * Makes the demo once, from the texts that tools/demo.ts sends. It uses the product's routes and
 * acts with the clock in the past, so the product's rules also apply to the demo. Changes nothing
 * in an instance that has people of its own.
 */
export async function seed(request: Request, env: Bindings): Promise<Response> {
  if (new URL(env.APP_ORIGIN).hostname !== 'localhost') return refusal(403, 'Only on localhost.')
  if (await readState(env, 'seeded')) return Response.json({ seeded: false })
  if (await readState(env, 'seeding')) {
    return refusal(409, 'The demo is not complete. Start again: npm start -- --reset')
  }
  if (await isUsed(env)) return Response.json({ seeded: false })
  const read = v.safeParse(Demo, await request.json())
  if (!read.success) {
    const [issue] = read.issues
    return refusal(422, `${v.getDotPath(issue) ?? 'The demo'}: ${issue.message}`)
  }
  await writeState(env, 'seeding', 1)
  const stage = new Stage(env)
  try {
    // The challenges were published a moment ago. Their hidden items are kept before the clock goes back.
    await drain(env, reactions)
    await playDemo(stage, read.output, (done, of) => keepProgress(env, done, of))
    await listDemoPeople(env, stage, read.output)
  } catch (error) {
    return refusal(500, error instanceof Error ? error.message : 'It broke.')
  } finally {
    await endProgress(env)
  }
  await writeState(env, 'seeded', 1)
  return Response.json({ seeded: true })
}

const refusal = (status: number, title: string) => Response.json({ title }, { status })
