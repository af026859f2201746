/** Crawlers may read public pages; pages that should not be found send `noindex` themselves. */
export function robotsText(): string {
  return 'User-agent: *\nDisallow: /api/\n'
}

const lasts = 180 * 86_400_000

/** RFC 9116: where to report a vulnerability. Built for each request, so it never expires. */
export function securityText(contact: string, origin: string, now: Date): string {
  return [
    `Contact: mailto:${contact}`,
    `Expires: ${new Date(now.getTime() + lasts).toISOString()}`,
    'Preferred-Languages: en',
    `Canonical: ${origin}/.well-known/security.txt`,
    '',
  ].join('\n')
}
