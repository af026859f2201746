/**
 * The network of these tests: what stands in this map and nothing else. Import it before a verifier,
 * which keeps the `fetch` that it finds when it is loaded.
 */
export const documents = new Map<string, unknown>()
export const asked: string[] = []

globalThis.fetch = async (input) => {
  const url = input instanceof Request ? input.url : String(input)
  asked.push(url)
  const document = documents.get(url)
  const response =
    document === undefined
      ? new Response('Not found', { status: 404 })
      : Response.json(document, { headers: { 'content-type': 'application/json' } })
  // Clients look at the address that answered; a constructed response has none.
  return Object.defineProperty(response, 'url', { value: url })
}
