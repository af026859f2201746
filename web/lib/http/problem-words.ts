/** What a person can do about each kind of problem. Loaded only after a refusal. */
const all = import.meta.glob<Record<string, unknown>>('../../paraglide/messages/problem_*.js', {
  eager: true,
})

export function wordsOf(type: string): string | undefined {
  const name = `problem_${type.replaceAll('-', '_')}`
  const words = all[`../../paraglide/messages/${name}.js`]?.[name]
  return typeof words === 'function' ? String(words()) : undefined
}
