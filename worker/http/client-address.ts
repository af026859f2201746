/**
 * The address by which requests are limited: an IPv4 address, or the first 64 bits of an IPv6
 * address, because one household can use all addresses that begin with them. Only Cloudflare's own
 * header is trusted; without it all requests share one key.
 */
export function clientAddress(headers: Headers): string {
  const address = headers.get('cf-connecting-ip') ?? ''
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped) return mapped
  return address.includes(':') ? network(address) : address || 'unknown'
}

function network(address: string): string {
  const [head = '', tail = ''] = address.toLowerCase().split('::')
  const before = head.split(':').filter(Boolean)
  const after = tail.split(':').filter(Boolean)
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0')
  const groups = [...before, ...(address.includes('::') ? zeros : []), ...after]
  return `${groups.slice(0, 4).join(':')}::/64`
}
