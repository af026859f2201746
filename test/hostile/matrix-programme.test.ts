import { liftRateLimits } from '../support/traffic.ts'
import { testMatrix } from '../support/cells.ts'
import { programmeDoors } from './matrix.ts'

liftRateLimits()
testMatrix(programmeDoors)
