import { m } from '../../paraglide/messages.js'

/** Of letters and digits, a code leaves out what is easily taken for another. */
const neverIn = /[^2-9A-HJKMNP-TV-Z\s-]/i

/** Why what was typed can be no code at all. */
export const noCodeWords = (typed: string): string =>
  neverIn.test(typed) ? m.account_code_signs() : m.account_code_wrong()
