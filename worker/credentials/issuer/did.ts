/** A programme's did and where it lives: `did:web:mettle.example:organizations:riverside`. */
const issuerForm =
  /^did:web:([A-Za-z0-9.-]+(?:%3A\d{1,5})?):organizations:([a-z0-9]+(?:-[a-z0-9]+)*)$/

/** did:web of a programme's page; the colon of a port is written `%3A`. */
export function issuerDid(origin: string, slug: string): string {
  return `did:web:${new URL(origin).host.replace(':', '%3A')}:organizations:${slug}`
}

/** The origin that a did of ours names, or nothing if it is none. Only a laptop is plain http. */
export function originOf(did: string): string | undefined {
  const host = issuerForm.exec(did)?.[1]?.replace('%3A', ':')
  if (!host) return undefined
  return isLaptop(host) ? `http://${host}` : `https://${host}`
}

/** True of a host that nobody can reach from outside: nothing under it proves anything to others. */
export function isLaptop(host: string): boolean {
  return host === 'localhost' || host.startsWith('localhost:')
}

/**
 * True of names that belong to nobody (RFC 2606, RFC 6761): a key made on a laptop or by a test may
 * sign for these and must never sign for a real host.
 */
export function isReservedHost(host: string): boolean {
  const name = host.replace(/:\d+$/, '')
  return name === 'localhost' || /(?:^|\.)(?:localhost|example|test|invalid)$/.test(name)
}
