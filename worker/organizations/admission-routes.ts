import { route } from '../accounts/door/door.ts'
import { body } from '../http/body.ts'
import { createApp } from '../http/factory.ts'
import { AskAdmissionInput } from './admission/ask-admission-input.ts'
import { askAdmission } from './admission/ask-admission.ts'
import { withdrawAdmission } from './admission/decide-admission.ts'
import { findOwnAdmission, listOwnAdmissions } from './admission/find-admissions.ts'

/** Asking to be a mentor of the open programme. The operator decides at /api/approvals. */
export const admissionRoutes = createApp()
  .get('/', route({ who: 'account' }), async (c) =>
    c.json({ admissions: await listOwnAdmissions(c.var.call) }),
  )
  .post('/', route({ who: 'account', perDay: 3 }), body(AskAdmissionInput), async (c) =>
    c.json(await askAdmission(c.var.call, c.req.valid('json')), 201),
  )
  .delete(
    '/:admissionId',
    route({
      who: 'account',
      load: (call, { admissionId = '' }) => findOwnAdmission(call, admissionId),
    }),
    async (c) => {
      await withdrawAdmission(c.var.call, c.var.resource)
      return c.body(null, 204)
    },
  )
