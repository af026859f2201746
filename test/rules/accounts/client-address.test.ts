import { expect, it } from 'vitest'

import { clientAddress } from '../../../worker/http/client-address.ts'

const counted = (address: string) => clientAddress(new Headers({ 'cf-connecting-ip': address }))

it.each([
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2:ffff::1'],
  ['2001:DB8:1:2::', '2001:db8:1:2::7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
])('%s and %s are one place: limits cannot be walked around within it', (one, other) => {
  expect(counted(one)).toBe(counted(other))
})

it.each([
  ['2001:db8:1:2::1', '2001:db8:1:3::1'],
  ['192.0.2.7', '192.0.2.8'],
])('%s and %s are two places', (one, other) => {
  expect(counted(one)).not.toBe(counted(other))
})
