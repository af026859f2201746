import { readFileSync } from 'node:fs'

/**
 * A planted bug: `find` is in `file` once, and one of `tests` must fail if `replace` replaces it.
 */
export interface Planted {
  what: string
  file: string
  find: string
  replace: string
  tests: string[]
}

export function readPlanted(): Planted[] {
  return JSON.parse(readFileSync('test/mutants.json', 'utf8'))
}

/**
 * The area of a file: `talent` for `worker/talent/card/card.ts`, `reactions` for
 * `worker/reactions.ts`, `web/lib` for a file in web/lib.
 */
export function areaOf(file: string): string {
  const [top = '', next = ''] = file.split('/')
  if (top !== 'worker') return `${top}/${next}`
  return next.replace(/\.ts$/, '')
}

/** The project of `vitest.config.ts` that runs this test file, as a list for `flatMap`. */
export function projectsOf(test: string): string[] {
  const [, folder = ''] = test.split('/')
  return ['worker', 'hostile'].includes(folder) ? ['worker'] : [folder]
}

/** The text of the file with the bug in it. */
export function withBug(text: string, { find, replace }: Planted): string {
  // A function, because `$` in a replacement string has a special meaning.
  return text.replace(find, () => replace)
}
