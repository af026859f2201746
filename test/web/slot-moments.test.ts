import { expect, test } from 'vitest'

import { momentsOf } from '../../web/meeting/slot-moments.ts'
import { wallTimes } from '../support/wall-times.ts'

// The Worker reads the same table: test/worker/interviews/slot-time.test.ts.
test.each(wallTimes)('the page finds when the clocks in %s show %s', (zone, local, instants) => {
  const [date = '', time = ''] = local.split('T')
  const moments = momentsOf({ date, time, zone })
  expect(moments.map((moment) => moment.getTime())).toEqual(
    instants.map((each) => Date.parse(each)),
  )
})
