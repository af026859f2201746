/** The keys of an answer with the sort of each value; a list has the shapes of all its members. */
export function shapeOf(value: unknown): unknown {
  if (value === null) return 'null'
  if (Array.isArray(value)) {
    const shapes = new Set(value.map((each) => JSON.stringify(shapeOf(each))))
    return [...shapes].toSorted().map((shape): unknown => JSON.parse(shape))
  }
  if (typeof value !== 'object') return typeof value
  const entries = Object.entries(value).map(([key, each]) => [key, shapeOf(each)] as const)
  return Object.fromEntries(entries.toSorted(([one], [other]) => (one < other ? -1 : 1)))
}
