/** What we call of rdf-canonize 5, which has no types of its own. */
declare module 'rdf-canonize' {
  interface Node {
    termType: 'NamedNode' | 'BlankNode' | 'DefaultGraph'
    value: string
  }

  interface Literal {
    termType: 'Literal'
    value: string
    datatype: Node
    language?: string
  }

  export type Term = Node | Literal

  export interface Quad {
    subject: Node
    predicate: Node
    object: Term
    graph: Node
  }

  const rdf: {
    canonize(quads: readonly Quad[], options: { algorithm: 'RDFC-1.0' }): Promise<string>
    NQuads: {
      /** One canonical line, with its line break. */
      serializeQuad(quad: Quad): string
    }
  }
  export default rdf
}
