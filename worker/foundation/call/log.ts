type Fields = Record<string, string | number | boolean | null | undefined>

/** One line of JSON. Never bodies, queries, cookies, addresses, tokens or an unknown error's message. */
export function log(level: 'info' | 'warn' | 'error', event: string, fields: Fields = {}): void {
  console[level](JSON.stringify({ level, event, ...fields }))
}
