import type { Checks } from './form.svelte.ts'

/**
 * Keeps an error that the server found until the field, or what it is part of, changes: only the
 * server can tell whether the change corrects it. `typed` returns the form's values.
 */
export function untilChanged(typed: () => Readonly<Record<string, unknown>>) {
  const part = (field: string) => JSON.stringify(typed()[field.split('.', 1).join()])
  return (words: Checks) => {
    const refused = Object.entries(words).map(
      ([field, said]) => [field, said, part(field)] as const,
    )
    return (): Checks =>
      Object.fromEntries(refused.map(([field, said, was]) => [field, part(field) === was && said]))
  }
}
