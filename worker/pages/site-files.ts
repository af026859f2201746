/** Crawlers may read what is public; pages that are not meant to be found say `noindex` themselves. */
export function robotsText(): string {
  return 'User-agent: *\nDisallow: /api/\n'
}

const lasts = 180 * 86_400_000

/** RFC 9116: whom to tell about a weakness. Made anew each time, so it never runs out by itself. */
export function securityText(contact: string, origin: string, now: Date): string {
  return [
    `Contact: mailto:${contact}`,
    `Expires: ${new Date(now.getTime() + lasts).toISOString()}`,
    'Preferred-Languages: en',
    `Canonical: ${origin}/.well-known/security.txt`,
    '',
  ].join('\n')
}
