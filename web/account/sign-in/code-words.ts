import { m } from '../../paraglide/messages.js'

/** A character that is in no code: codes leave out letters and digits that are easily confused. */
const neverIn = /[^2-9A-HJKMNP-TV-Z\s-]/i

/** The error for a wrong code; it differs if the text has characters that are in no code. */
export const noCodeWords = (typed: string): string =>
  neverIn.test(typed) ? m.account_code_signs() : m.account_code_wrong()
