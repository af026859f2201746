import { env } from 'cloudflare:workers'

import type { Call } from '../../worker/foundation/call/call.ts'
import { newId } from '../../worker/foundation/call/id.ts'
import { systemCall } from '../../worker/foundation/call/system-call.ts'

/** A call for sealing and opening text outside of a request. */
export const sealingCall = (): Call => systemCall(env, newId())
