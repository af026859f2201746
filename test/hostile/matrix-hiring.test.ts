import { expect, it } from 'vitest'

import { doors } from '../../worker/app.ts'
import { actors, testMatrix } from '../support/cells.ts'
import { liftRateLimits } from '../support/traffic.ts'
import { hiringDoors, publicDoors } from './hiring-doors.ts'
import { programmeDoors } from './programme-doors.ts'

liftRateLimits()

it('says who may use each door: at least 600 cells', () => {
  const said = Object.keys({ ...programmeDoors, ...hiringDoors, ...publicDoors })
  expect(said.toSorted()).toEqual(Object.keys(doors).toSorted())
  expect(said.length * actors.length).toBeGreaterThanOrEqual(600)
})

testMatrix({ ...hiringDoors, ...publicDoors })
