import { expect, it } from 'vitest'

import { senderOf } from '../../../worker/notifications/carrier/platform-carrier.ts'

it.each([
  ['Mettle <hello@mettle.example>', { name: 'Mettle', email: 'hello@mettle.example' }],
  ['  Riverside College <a@b.example> ', { name: 'Riverside College', email: 'a@b.example' }],
  ['hello@mettle.example', 'hello@mettle.example'],
  ['<hello@mettle.example>', 'hello@mettle.example'],
])('the sender %s', (from, sender) => {
  expect(senderOf(from)).toEqual(sender)
})
