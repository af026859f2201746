import { expect, it } from 'vitest'

import { doors } from '../../worker/app.ts'
import { askOf, doorNames, liftRateLimits, rightful, send } from '../support/traffic.ts'

liftRateLimits()

it('has a valid request for every door, and none for a door that is not there', () => {
  expect(doorNames.toSorted()).toEqual(Object.keys(doors).toSorted())
})

it.each(doorNames)('%s answers its rightful owner', async (door) => {
  const ask = await askOf(door)
  const { status, text } = await send(await rightful(ask), door, ask)
  await ask.after?.()
  expect(status < 400 ? '' : text).toBe('')
})
