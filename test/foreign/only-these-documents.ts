/**
 * The network of these tests: only the documents in this map exist. Import it before a verifier,
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
  // Clients read the address of the response; a constructed one has none.
  return Object.defineProperty(response, 'url', { value: url })
}
