import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { canonicalise } from '../../../worker/credentials/document/canonicalise.ts'
import {
  type LintReason,
  lintCanonical,
  lintDocument,
} from '../../../worker/credentials/document/lint-document.ts'
import type { Json } from '../../support/json.ts'
import { ownVectors, sharedVectors } from './vectors.ts'

const did: string = ownVectors.json('keys.json').issuer
const { origin } = new URL(ownVectors.json('award.unsigned.json').id)

/** The golden award after a change. */
function changed(change: (award: Json) => void): Json {
  const award = ownVectors.json('award.unsigned.json')
  change(award)
  return award
}

async function reasonsAgainst(document: Json, issuer: string): Promise<LintReason[]> {
  const found = lintDocument(document, issuer)
  return found.length > 0 ? found : lintCanonical(await canonicalise(document))
}

const achievementOf = (award: Json) => award.credentialSubject.achievement
const levelsOf = (award: Json, criterion: number) =>
  achievementOf(award).resultDescription[criterion].rubricCriterionLevel

it.each<[string, (award: Json) => void]>([
  ['without an end', (award) => delete award.validUntil],
  ['for prior learning', ({ evidence }) => (evidence[0].genre = 'prior-learning')],
  ['in other scripts', (award) => (achievementOf(award).name = '夜班 משמרת e\u0301 “\\” 🌊')],
  ['over two lines', ({ evidence }) => (evidence[0].narrative = 'One.\nTwo.')],
  ['just at the level', ({ credentialSubject: { result } }) => atLevel(result[0], 'take-stock-3')],
])('has no objection to an award %s', async (_, change) => {
  expect(await reasonsAgainst(changed(change), did)).toEqual([])
})

it.each<[LintReason, string, (award: Json) => void]>([
  ['undefined-term', 'a member more', (award) => (award.holder = 'Wim')],
  ['undefined-term', 'one more deep down', (award) => (achievementOf(award).creator = 'Jo')],
  ['undefined-term', 'a schema', (award) => (award.credentialSchema = [])],
  ['iri', 'a relative address', (award) => (award.id = '/credentials/1')],
  ['iri', 'a blank in one', (award) => (award.issuer.url = `${origin}/a b`)],
  ['iri', 'another scheme', (award) => (award.evidence[0].id = 'javascript:1')],
  ['control-character', 'a tab', (award) => (award.name = 'a\tb')],
  ['control-character', 'a vertical tab', (award) => (award.name = 'a\u000Bb')],
  ['control-character', 'a NUL', (award) => (award.issuer.name = 'a\u0000')],
  ['control-character', 'a delete', (award) => (award.issuer.name = 'a\u007F')],
  ['lone-surrogate', 'half an emoji', (award) => (award.evidence[0].description = 'a \uD83C b')],
  // UTF-16 puts U+1F30A first, code points put U+FF5E first.
  [
    'ambiguous-order',
    'two orders',
    (award) => (achievementOf(award).tag = ['\u{1F30A}', '\uFF5E']),
  ],
  ['schema', 'nothing where a name stands', (award) => (award.name = null)],
  ['schema', 'an empty list', (award) => (achievementOf(award).tag = [])],
  ['schema', 'a number for points', (award) => (levelsOf(award, 0)[0].points = 2)],
  ['schema', 'two places in lists', (award) => (award.credentialStatus = [{}, {}])],
  ['schema', 'a status without an id', (award) => delete award.credentialStatus.id],
  ['schema', 'no status', (award) => delete award.credentialStatus],
  ['subject', 'nobody', (award) => delete award.credentialSubject.identifier],
  ['issuer', 'another issuer', (award) => (award.issuer.id = `${did}-2`)],
  ['issuer', 'an address elsewhere', (award) => (award.id = 'https://evil.example/credentials/1')],
  ['issuer', 'a host that begins alike', (award) => (award.id = `${origin}.evil.example/c/1`)],
  ['rubric', 'a level of another criterion', (a) => atLevel(resultsOf(a)[0], 'start-again-3')],
  ['rubric', 'a level below', (award) => atLevel(resultsOf(award)[1], 'start-again-2')],
  ['rubric', 'a criterion that is not judged', (award) => resultsOf(award).pop()],
  ['rubric', 'one judged twice', (award) => (resultsOf(award)[1] = resultsOf(award)[0])],
  ['date-form', 'a part of a second', (award) => (award.validFrom = '2026-03-02T08:15:30.5Z')],
  ['date-form', 'an offset', (award) => (award.awardedDate = '2026-03-02T08:15:30+00:00')],
  ['date-form', 'a day that never was', (award) => (award.validUntil = '2029-02-29T00:00:00Z')],
  ['dates', 'an end before its start', (award) => (award.validUntil = '2026-03-02T08:15:29Z')],
  ['dates', 'a start before the award', (award) => (award.validFrom = '2026-03-02T08:15:29Z')],
])('never signs, for its %s, %s', async (reason, _, change) => {
  expect((await reasonsAgainst(changed(change), did))[0]).toBe(reason)
})

describe.each(sharedVectors)('beside the documents of $name', ({ json, files }) => {
  const issuer: string = json('keys.json').issuer
  const { entries } = json('../manifest.json')

  it.each(['no-expiry.json', 'unicode.json', 'prior-learning.json'])('accepts %s', (file) => {
    const { proof: _, ...document } = json(file)
    expect(lintDocument(document, issuer)).toEqual([])
  })

  it.each(files('refuse/*.json'))('never signs %s', async (file) => {
    const entry = entries.find((one: Json) => one.file === `mettle/${file}`)
    const { reason, alsoAccepted = [] } = entry.expected
    const reasons = await reasonsAgainst(json(file), issuer)
    expect([reason, ...alsoAccepted]).toContain(reasons[0])
  })
})

it('finds lines that sort in two ways, wherever they differ', () => {
  const unit = fc.constantFrom('a', '\uD7FF', '\u{1F30A}', '\u{10FFFF}', '\uE000', '\uFF5E')
  const sets = fc.array(fc.string({ unit, maxLength: 3 }), { maxLength: 4 })
  let ambiguous = 0
  for (const lines of fc.sample(sets, { numRuns: 1000, seed: 20_261_130 })) {
    const byUnit = lines.toSorted()
    const byCodePoint = lines.toSorted((one, other) => Buffer.from(one).compare(Buffer.from(other)))
    const isAmbiguous = byUnit.join('\n') !== byCodePoint.join('\n')
    if (isAmbiguous) ambiguous++
    const expected = isAmbiguous ? ['ambiguous-order'] : []
    expect(lintCanonical(byUnit.map((line) => `${line}\n`).join(''))).toEqual(expected)
  }
  expect(ambiguous).toBeGreaterThan(50)
})

function resultsOf(award: Json): Json[] {
  return award.credentialSubject.result
}

function atLevel(result: Json, level: string): void {
  const [achievement] = result.achievedLevel.split('#')
  result.achievedLevel = `${achievement}#${level}`
}
