/** A valibot schema or pipe step, as far as it is read here. */
interface Node {
  kind?: string
  type?: string
  pipe?: readonly Node[]
  entries?: Record<string, Node>
  options?: readonly Node[]
  wrapped?: Node
  item?: Node
  key?: Node
  value?: Node
  '~run'?: unknown
}

/** A part of a schema that takes text, and how its input is made from an attack. */
export interface TextTaker {
  place: string
  schema: Node
  of: (text: string) => unknown
}

export const isSchema = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && (value as Node).kind === 'schema'

/** Every text, list and record in a schema, each once, with the steps of its pipe. */
export function takersOf(schema: Node, place: string, seen = new Set<Node>()): TextTaker[] {
  if (seen.has(schema)) return []
  seen.add(schema)
  const within = Object.entries({ ...schema.entries }).flatMap(([name, inner]) =>
    takersOf(inner, `${place}.${name}`, seen),
  )
  const options = (schema.options ?? []).filter(isSchema)
  const parts = [...options, schema.wrapped, schema.item, schema.key, schema.value]
    .filter(isSchema)
    .flatMap((inner) => takersOf(inner, place, seen))
  return [...own(schema, place), ...within, ...parts]
}

function own(schema: Node, place: string): TextTaker[] {
  if (schema.type === 'string') return [{ place, schema, of: (text) => text }]
  if (schema.type === 'array') return [{ place: `${place}[]`, schema, of: pieces }]
  if (schema.type !== 'record') return []
  const record = (text: string) => Object.fromEntries(pieces(text).map((each) => [each, each]))
  return [{ place: `${place}{}`, schema, of: record }]
}

const pieces = (text: string) => text.match(/[^]{1,10}/g) ?? []
