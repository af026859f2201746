import * as v from 'valibot'

import type { Bindings } from '../env.ts'
import { newId } from '../foundation/call/id.ts'
import { Problem } from '../foundation/call/problem.ts'
import { systemCall } from '../foundation/call/system-call.ts'
import { ReceiveChallengePartInput } from '../scenarios/publish/receive-challenge-part-input.ts'
import { receiveChallengePart } from '../scenarios/publish/receive-challenge-part.ts'

/** Receives a version, part by part, from `npm run scenarios -- publish`. */
export async function takeChallengePart(request: Request, env: Bindings): Promise<Response> {
  const input = v.safeParse(ReceiveChallengePartInput, await request.json())
  if (!input.success)
    return Response.json({ title: 'This is not part of a challenge.' }, { status: 422 })
  try {
    const call = systemCall(env, `publish:${newId()}`)
    return Response.json(await receiveChallengePart(call, input.output))
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const { status, title } = error.kind
    return Response.json({ title, detail: error.detail, ...error.members }, { status })
  }
}
