/** The two functions we call of jsonld 9, which has no types of its own. */
declare module 'jsonld' {
  import type { Quad } from 'rdf-canonize'

  interface RemoteDocument {
    contextUrl: null
    documentUrl: string
    document: object
  }

  interface ExpandOptions {
    safe: true
    documentLoader: (url: string) => Promise<RemoteDocument>
  }

  interface CanonizeOptions extends ExpandOptions {
    algorithm: 'RDFC-1.0'
    format: 'application/n-quads'
  }

  const jsonld: {
    canonize(document: object, options: CanonizeOptions): Promise<string>
    toRDF(document: object, options: ExpandOptions): Promise<Quad[]>
  }
  export default jsonld
}
