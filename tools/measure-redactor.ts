import {
  falseHits,
  hiddenFigures,
  type Measure,
  missedContacts,
  missedParts,
  missedWholeNames,
} from '../test/support/redactor-corpus/corpus.ts'

/** How many findings of a kind are printed. */
const shownPerKind = Number(process.env.SHOW ?? 12)

function print(title: string, { tried, wrong }: Measure, of = tried): void {
  const percent = ((100 * wrong.length) / of).toFixed(3)
  console.log(`${title}: ${wrong.length} of ${of} (${percent} %)`)
  for (const { language, what, shown } of wrong.slice(0, shownPerKind))
    console.log(`  ${language}  ${JSON.stringify(what)}  ->  ${JSON.stringify(shown)}`)
}

console.log('Missed')
print('contact details', missedContacts())
print('whole names', missedWholeNames())
print('single parts of names', missedParts())
console.log('\nHidden wrongly')
print('dates, times, spans and amounts', hiddenFigures())
const hits = falseHits()
print('texts, by words', hits, hits.words)
