// `npm run doctor`, after packages and pages are there: see tools/doctor.mjs.
import { usualPlace } from '../deploy/place.ts'
import { examine } from './examine.ts'

process.exitCode = await examine(usualPlace(), Date.now())
