type Fields = Record<string, string | number | boolean | null | undefined>

/**
 * Writes one line of JSON. Do not log bodies, queries, cookies, addresses, tokens or the message of
 * an unknown error.
 */
export function log(level: 'info' | 'warn' | 'error', event: string, fields: Fields = {}): void {
  console[level](JSON.stringify({ level, event, ...fields }))
}
