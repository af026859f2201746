export type Prefetched = Record<string, unknown>

/** The API responses that the Worker put into the HTML, by path: `{ '/api/…': body }`. */
export function prefetched(): Prefetched {
  const text = document.querySelector('#prefetched')?.textContent
  return text ? JSON.parse(text) : {}
}
