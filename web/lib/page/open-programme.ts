import { unwrap } from '../http/answer.ts'
import { api } from '../http/api.ts'
import { useAnswer } from '../query/answers.ts'

/** The programme that any adult may join without a code, where there is one. */
export const useOpenProgramme = () =>
  useAnswer(() => ({
    path: '/api/programme-memberships/open-programme',
    ask: () => unwrap(api.programmeMemberships['open-programme'].$get()),
  }))
