/**
 * Addresses as people paste them: a line each, or with commas, semicolons or spaces between, with
 * or without a name as in `Jane Doe <jane@x.example>`, or rows of a spreadsheet. Each once, ignoring
 * case. What cannot be read is returned as it was typed, to be corrected.
 */
export function readAddresses(pasted: string): string[] {
  // A name in quotes may hold a comma. Some spreadsheets put quotes around an address too.
  const unquoted = pasted.replaceAll(/"([^"\n]*)"/g, (_, inner: string) =>
    inner.includes('@') ? inner : ' ',
  )
  const found = unquoted.split('\n').flatMap(addressesIn)
  return [
    ...new Map(found.toReversed().map((one) => [one.toLowerCase(), one])).values(),
  ].toReversed()
}

/**
 * A line with one address is a row of a spreadsheet, so its cells without an address are left out.
 * In a line with more addresses, or with none, every part has to be one.
 */
function addressesIn(line: string): string[] {
  const parts = line.split(/[\t,;]+/).filter((part) => part.trim() !== '')
  const isRow = parts.filter((part) => part.includes('@')).length === 1
  return parts.filter((part) => !isRow || isLikeAddress(part)).flatMap(addressesInPart)
}

/**
 * Before `<` a word without @ is part of a name. Elsewhere it may be the first half of a mistyped
 * address, so nothing in the part is taken for an address. A word that lost only its @ stands alone.
 */
function addressesInPart(part: string): string[] {
  const words = part.split(/[\s<>]+/).filter(Boolean)
  const addresses = words.filter((word) => word.includes('@'))
  if (part.includes('<') && addresses.length > 0) return addresses
  return addresses.length > 0 && words.every(isLikeAddress) ? words : [words.join(' ')]
}

const isLikeAddress = (text: string) => text.includes('@') || /\w\.\w/.test(text)

/** Addresses that cannot be valid. The server decides in the end. */
export function wrongOnes(addresses: readonly string[]): string[] {
  return addresses.filter((address) => !/^[^@\s]+@(?:[^@\s.]+\.)+[^@\s.]{2,}$/.test(address))
}
