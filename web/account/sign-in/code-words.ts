import { m } from '../../paraglide/messages.js'

/** A character that is in no code: codes leave out letters and digits that are easily confused. */
const neverIn = /[^2-9A-HJKMNP-TV-Z\s-]/i

/** How many characters a long code has. */
const longLength = 16

/**
 * The error for a code typed after the lifetime of a short code. It differs for a long code, which
 * works for an hour.
 */
export const oldCodeWords = (typed: string): string =>
  typed.replaceAll(/[\s-]/g, '').length === longLength
    ? m.account_code_old_long()
    : m.account_code_old()

/** The error for a wrong code; it differs if the text has characters that are in no code. */
export const noCodeWords = (typed: string): string =>
  neverIn.test(typed) ? m.account_code_signs() : m.account_code_wrong()
