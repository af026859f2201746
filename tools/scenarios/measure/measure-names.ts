import type { Measure, Measured, MeasureRow } from './measured.ts'
import { baseOf, distinctSentences, namesIn } from './story-text.ts'
import { plainWordsOf } from '../walk/plain-words.ts'

const calendar =
  /^(?:i|mrs?|ms|dr|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|may|june|july|august|september|october|november|december)$/

interface Person {
  /** The name as the notes write it: `Mrs Tanaka`. */
  who: string
  /** The last word of `who` that has a capital, in small letters: `tanaka`. */
  name: string
  role: string
}

export function measureNames(measured: readonly Measured[]): Measure {
  const people = measured.map((one) => peopleOf(one.notes))
  const storiesWith = (name: string) =>
    measured.filter((_, at) => people[at]?.some((person) => person.name === name))
  return {
    title: 'Names and roles',
    means:
      'Who has a name in each story, how many distinct sentences use it, and what the person does there, as the page of the challenge in `docs/content/` tells. The last row of a story lists its other words with a capital, days and months left out. A reader can see here if names go with roles.',
    columns: ['story', 'name', 'sentences', 'role', 'also in'],
    rows: measured.flatMap((one, at) => rowsOf(one, people[at] ?? [], storiesWith)),
  }
}

function rowsOf(
  one: Measured,
  people: readonly Person[],
  storiesWith: (name: string) => Measured[],
): MeasureRow[] {
  const sentences = distinctSentences(one)
  const uses = (name: string) =>
    sentences.filter((sentence) => plainWordsOf(sentence).map(baseOf).includes(name)).length
  const named = people.filter(({ name }) => uses(name) > 0)
  const known = new Set(named.map(({ name }) => name))
  const others = [...namesIn(sentences)].filter((name) => !known.has(name) && !calendar.test(name))
  const rows = named.map(({ who, name, role }) => {
    const elsewhere = storiesWith(name).filter((story) => story !== one)
    const ids = elsewhere.map(({ id }) => id).join(', ')
    return { cells: [one.id, who, String(uses(name)), role || 'not told', ids] }
  })
  const rest = { cells: [one.id, others.map(withCapital).join(', '), '', 'other words', ''] }
  return others.length > 0 ? [...rows, rest] : rows
}

/** The people of the table under "Who knows": `| Mrs Tanaka, brings an accordion | ...`. */
function peopleOf(notes: string): Person[] {
  const [, table = ''] = notes.split('\n## Who knows')
  const lines = (table.split('\n## ')[0] ?? '').split('\n').filter((line) => line.startsWith('|'))
  return lines.flatMap((line) => {
    const [who = '', ...role] = (line.split('|')[1] ?? '').trim().split(', ')
    const name = plainWordsOf(who).findLast((word) => /^\p{Lu}/u.test(word))
    return name === undefined ? [] : [{ who, name: baseOf(name), role: role.join(', ') }]
  })
}

const withCapital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1)
