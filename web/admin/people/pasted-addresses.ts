/**
 * Addresses as people paste them: a line each, or with commas, semicolons or spaces between, with or
 * without a name as in `Jane Doe <jane@x.example>`. Each once, whatever its capitals.
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
 * Beside an address, what has no @ is a part of a name, unless it looks like an address without its @.
 * Without any, the whole entry is what somebody has to look at.
 */
function addressesIn(entry: string): string[] {
  const words = entry.split(/[\s<>]+/).filter(Boolean)
  if (!words.some((word) => word.includes('@'))) return words.length > 0 ? [words.join(' ')] : []
  return words.filter((word) => word.includes('@') || (!entry.includes('<') && /\w\.\w/.test(word)))
}

/** Those that cannot be an address; what the server says in the end decides. */
export function wrongOnes(addresses: readonly string[]): string[] {
  return addresses.filter((address) => !/^[^@\s]+@(?:[^@\s.]+\.)+[^@\s.]{2,}$/.test(address))
}
