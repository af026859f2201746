/** Every currency the platform knows, by its code. */
export const currencyCodes = () => Intl.supportedValuesOf('currency')

// The platform still lists these, but nobody is paid in them: replaced currencies and units of
// account.
const withdrawn = 'ANG BGN BYR CUC HRK MRO SLL STD VEF XDR XSU XUA ZWL'

/** The currencies that somebody can be paid in today. */
export const payCurrencies = () => currencyCodes().filter((code) => !withdrawn.includes(code))
