/** A programme's did, with host and slug: `did:web:mettle.example:organizations:riverside`. */
const issuerForm =
  /^did:web:([A-Za-z0-9.-]+(?:%3A\d{1,5})?):organizations:([a-z0-9]+(?:-[a-z0-9]+)*)$/

/** The did:web of a programme, made of its page's address; the colon of a port is written `%3A`. */
export function issuerDid(origin: string, slug: string): string {
  return `did:web:${new URL(origin).host.replace(':', '%3A')}:organizations:${slug}`
}

/** The origin in one of our dids; undefined for any other did. Only localhost uses plain http. */
export function originOf(did: string): string | undefined {
  const host = issuerForm.exec(did)?.[1]?.replace('%3A', ':')
  if (!host) return undefined
  return isLaptop(host) ? `http://${host}` : `https://${host}`
}

/** Whether nobody else can reach this host, so that others can verify nothing under it. */
export function isLaptop(host: string): boolean {
  return host === 'localhost' || host.startsWith('localhost:')
}

/**
 * Whether the name is reserved (RFC 2606, RFC 6761). A key made on a laptop or by a test may sign
 * only for such names, never for a real host.
 */
export function isReservedHost(host: string): boolean {
  const name = host.replace(/:\d+$/, '')
  return name === 'localhost' || /(?:^|\.)(?:localhost|example|test|invalid)$/.test(name)
}
