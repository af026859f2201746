/**
 * Addresses as people paste them: a line each, or with commas, semicolons or spaces between, with
 * or without a name as in `Jane Doe <jane@x.example>`. Each once, ignoring case.
 */
export function readAddresses(pasted: string): string[] {
  // A name in quotes may hold a comma.
  const entries = pasted.replaceAll(/"[^"\n]*"/g, ' ').split(/[\n,;]+/)
  const found = entries.flatMap(addressesIn)
  return [
    ...new Map(found.toReversed().map((one) => [one.toLowerCase(), one])).values(),
  ].toReversed()
}

/**
 * In an entry with an address, a word without @ is part of a name, unless the entry has no `<` and
 * the word looks like an address that lost its @. An entry without any @ is returned whole, to be
 * corrected.
 */
function addressesIn(entry: string): string[] {
  const words = entry.split(/[\s<>]+/).filter(Boolean)
  if (!words.some((word) => word.includes('@'))) return words.length > 0 ? [words.join(' ')] : []
  return words.filter((word) => word.includes('@') || (!entry.includes('<') && /\w\.\w/.test(word)))
}

/** Addresses that cannot be valid. The server decides in the end. */
export function wrongOnes(addresses: readonly string[]): string[] {
  return addresses.filter((address) => !/^[^@\s]+@(?:[^@\s.]+\.)+[^@\s.]{2,}$/.test(address))
}
