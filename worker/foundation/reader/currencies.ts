/** Every currency the platform knows, by its code. */
export const currencyCodes = () => Intl.supportedValuesOf('currency')

// Platforms go on listing these: replaced by another currency, or no money that anybody is paid in.
const withdrawn = 'ANG BGN BYR CUC HRK MRO SLL STD VEF XDR XSU XUA ZWL'

/** Those that somebody can be paid in today. */
export const payCurrencies = () => currencyCodes().filter((code) => !withdrawn.includes(code))
