/** Loaded only where something was refused: what a person can do about each kind of problem. */
const all = import.meta.glob<Record<string, unknown>>('../../paraglide/messages/problem_*.js', {
  eager: true,
})

export function wordsOf(type: string): string | undefined {
  const name = `problem_${type.replaceAll('-', '_')}`
  const words = all[`../../paraglide/messages/${name}.js`]?.[name]
  return typeof words === 'function' ? String(words()) : undefined
}
