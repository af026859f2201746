/** The one function we call of jsonld 9, which has no types of its own. */
declare module 'jsonld' {
  interface RemoteDocument {
    contextUrl: null
    documentUrl: string
    document: object
  }

  interface CanonizeOptions {
    algorithm: 'RDFC-1.0'
    format: 'application/n-quads'
    safe: true
    documentLoader: (url: string) => Promise<RemoteDocument>
  }

  const jsonld: { canonize(document: object, options: CanonizeOptions): Promise<string> }
  export default jsonld
}
