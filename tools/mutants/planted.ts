import { readFileSync } from 'node:fs'

/** A planted bug: `find` stands once in `file`; one of `tests` must fail where `replace` is in its place. */
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

/** `talent` of `worker/talent/card/card.ts`, `reactions` of `worker/reactions.ts`, `web/lib` of a page's. */
export function areaOf(file: string): string {
  const [top = '', next = ''] = file.split('/')
  if (top !== 'worker') return `${top}/${next}`
  return next.replace(/\.ts$/, '')
}

/** The projects of `vitest.config.ts` in which a test file may lie. */
export function projectsOf(test: string): string[] {
  const [, folder = ''] = test.split('/')
  return ['worker', 'hostile'].includes(folder) ? ['worker', 'worker-alone'] : [folder]
}

/** The text of the file with the bug in it. */
export function withBug(text: string, { find, replace }: Planted): string {
  // A function, or a dollar sign in the replacement would mean something.
  return text.replace(find, () => replace)
}
