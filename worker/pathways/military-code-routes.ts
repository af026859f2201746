import { route } from '../accounts/door/door.ts'
import { body, query } from '../http/body.ts'
import { createApp } from '../http/factory.ts'
import { invalidInput } from '../http/problems.ts'
import { FindMilitaryCodeInput } from './military/find-military-code-input.ts'
import { findMilitaryCode } from './military/find-military-code.ts'
import { militaryCode } from './military/military-code.ts'
import { StoreMilitaryCodesInput } from './military/store-military-codes-input.ts'
import { storeMilitaryCodes } from './military/store-military-codes.ts'

/** What civilian work is behind a military code, for anyone; the operator loads the list. */
export const militaryCodeRoutes = createApp()
  .get('/', route({ who: 'anyone' }), query(FindMilitaryCodeInput), async (c) => {
    const { code: typed, branch } = c.req.valid('query')
    const code = militaryCode(typed)
    if (code === undefined) throw invalidInput('Check: code.', { fields: ['code'] })
    return c.json(await findMilitaryCode(c.var.call, { code, branch }))
  })

  .put('/', route({ who: ['admin'], operator: true }), body(StoreMilitaryCodesInput), async (c) =>
    c.json(await storeMilitaryCodes(c.var.call, c.req.valid('json'))),
  )
