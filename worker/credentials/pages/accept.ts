/** The types under which a badge's document is asked for; without one of them it is a page. */
const documentTypes = [
  'application/vc',
  'application/vc+ld+json',
  'application/ld+json',
  'application/json',
] as const

export type DocumentType = (typeof documentTypes)[number]

/**
 * The document type that an Accept header prefers to HTML, if it does. `*`/`*`, nothing and what
 * cannot be read mean the page: a person's browser is the likelier asker. A type that is named beats
 * HTML that is only let in by a wildcard.
 */
export function preferredDocument(accept: string | undefined): DocumentType | undefined {
  const ranges = (accept ?? '').split(',').map(readRange)
  if (ranges.some((range) => range === undefined)) return undefined
  const weightOf = (type: string) => ranges.find((range) => range?.type === type)?.weight
  const html = weightOf('text/html')
  const anything = html ?? weightOf('text/*') ?? weightOf('*/*') ?? 0
  const best = documentTypes
    .map((type) => ({ type, weight: weightOf(type) ?? 0 }))
    .reduce((one, other) => (other.weight > one.weight ? other : one))
  if (best.weight === 0) return undefined
  return best.weight > anything || (best.weight === anything && html === undefined)
    ? best.type
    : undefined
}

function readRange(text: string): { type: string; weight: number } | undefined {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase())
  if (!/^[\w*.+-]+\/[\w*.+-]+$/.test(type)) return undefined
  const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1'
  return /^(?:0(?:\.\d{1,3})?|1(?:\.0{1,3})?)$/.test(weight)
    ? { type, weight: Number(weight) }
    : undefined
}
