/** Addresses as people paste them: a line each, or with commas, semicolons or spaces between. */
export function readAddresses(pasted: string): string[] {
  const found = pasted.split(/[\s,;]+/).map((part) => part.replaceAll(/^<|>$/g, ''))
  return [...new Set(found.filter(Boolean))]
}

/** The first that cannot be an address; what the server says in the end decides. */
export function firstWrong(addresses: readonly string[]): string | undefined {
  return addresses.find((address) => !/^[^@\s]+@(?:[^@\s.]+\.)+[^@\s.]{2,}$/.test(address))
}
