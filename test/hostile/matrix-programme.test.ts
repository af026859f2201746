import { liftRateLimits } from '../support/traffic.ts'
import { testMatrix } from '../support/cells.ts'
import { programmeDoors } from './programme-doors.ts'

liftRateLimits()
testMatrix(programmeDoors)
