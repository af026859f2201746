import { expect, it } from 'vitest'

import { isSigned } from '../../../worker/notifications/suppression/signature.ts'

// The example of docs.svix.com, "Verifying Webhooks Manually".
const key = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
const notice = {
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  timestamp: '1614265330',
  signatures: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  body: '{"test": 2432232314}',
}
const then = 1_614_265_330_000

it.each([
  ['the example of Svix', {}, key, 0, true],
  ['after five minutes', {}, key, 300_000, true],
  ['later than that', {}, key, 301_000, false],
  ['earlier than that', {}, key, -301_000, false],
  ['a space less in the text', { body: '{"test":2432232314}' }, key, 0, false],
  ['a second more in the time', { timestamp: '1614265331' }, key, 0, false],
  ['another id', { id: 'msg_p5jXN8AQM9LWM0D4loKWxJel' }, key, 0, false],
  ['no version', { signatures: notice.signatures.slice(3) }, key, 0, false],
  ['half a signature', { signatures: notice.signatures.slice(0, 20) }, key, 0, false],
  ['after a wrong one', { signatures: `v1,AAAA v2,x ${notice.signatures}` }, key, 0, true],
  ['no signature', { signatures: '' }, key, 0, false],
  ['a dot in the id', { id: 'msg.1', timestamp: '1' }, key, 0, false],
  ['no key', {}, '', 0, false],
  ['an empty key', {}, 'whsec_', 0, false],
  ['a key that is no base64', {}, 'whsec_***', 0, false],
  ['a second key', {}, `whsec_AAAA ${key}`, 0, true],
])('%s', async (_, change, keys, laterMs, signed) => {
  expect(await isSigned({ ...notice, ...change }, keys, new Date(then + laterMs))).toBe(signed)
})
