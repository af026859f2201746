import fc from 'fast-check'

import { holdsSlotMarker } from '../../worker/credentials/document/document.ts'
import type { Achievement } from '../../worker/credentials/document/open-badge.ts'
import type { Issuer, Shape } from '../../worker/credentials/document/skeleton.ts'
import type { Slots } from '../../worker/credentials/document/slots.ts'

const origin = 'https://mettle.example'

/** Every control character, and what has a meaning in N-Quads, in JSON or in a template. */
const awkward = [
  ...Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)),
  ...'\u007F"\\\'<>{}|^`@_.:;%$&',
  // Escapes and ends of terms and lines in N-Quads, names of blank nodes.
  '\\n',
  '\\u0041',
  '\\U0001F30A',
  '\\"',
  ' .\n',
  '"^^<urn:a>',
  '"@en',
  '_:c14n0',
  '_:b0',
  // Markers, and what other templates replace.
  'slot:name',
  'urn:slot:id',
  '<urn:slot:id>',
  '"slot:work"',
  '$&',
  '{{name}}',
  '@id',
  // Other line breaks and spaces, the ends of a plane, half a character.
  ...'\u2028\u0085\u00A0\uFEFF\u200D\uE000\uFFFD\uFFFF\uD83C',
]
/** Emoji, Chinese and Japanese, Hebrew and Arabic, and letters with their accents apart. */
const scripts = [
  '🌊',
  '👩🏽‍🚀',
  '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  '夜班',
  'シフト',
  'משמרת',
  'وردية',
  '\u202Eab\u202C',
  'e\u0301',
  'A\u030A',
  'q\u0307\u0323',
]

const words = (maxLength: number) => {
  const piece = fc.oneof(
    fc.constantFrom(...awkward),
    fc.constantFrom(...scripts),
    fc.constantFrom(...'abc de12'),
  )
  const mixed = fc.array(piece, { minLength: 1, maxLength: 40 }).map((pieces) => pieces.join(''))
  const text = fc.oneof(mixed, fc.constantFrom('slot:narrative', 'urn:slot:id', 'slot:nobody'))
  return text.map((each) => each.slice(0, maxLength))
}

/** Texts of a template are refused if they are a marker as a whole. */
const fixed = words(200).filter((text) => !holdsSlotMarker(text))

const hex = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: length, maxLength: length })
const address = (folder: string) =>
  fc
    .string({ unit: fc.constantFrom(...'abcXYZ019-._~%/?=&:@é夜🌊'), minLength: 1, maxLength: 30 })
    .map((path) => `${origin}/${folder}/${path}`)
const second = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().replace(/\.\d+/, ''))

const levelOf = (id: string, number: number) =>
  fc.record(
    {
      id: fc.constant(`${id}-${number}`),
      type: fc.constant(['RubricCriterionLevel'] as ['RubricCriterionLevel']),
      name: fixed,
      level: fc.constant(String(number)),
      points: fc.nat(9).map(String),
      description: fixed,
    },
    { requiredKeys: ['id', 'type', 'name', 'level', 'points'] },
  )

const descriptionOf = (id: string) =>
  fc.record(
    {
      id: fc.constant(id),
      type: fc.constant(['ResultDescription'] as ['ResultDescription']),
      name: fixed,
      resultType: fc.constant('RubricCriterionLevel' as const),
      requiredLevel: fc.constant(`${id}-3`),
      rubricCriterionLevel: fc.tuple(levelOf(id, 3), levelOf(id, 4)),
    },
    { requiredKeys: ['id', 'type', 'name', 'resultType', 'rubricCriterionLevel'] },
  )

// So few of each that two of an achievement are sometimes alike: two blank nodes that say the same.
const alignment = fc.record(
  {
    type: fc.constant(['Alignment'] as ['Alignment']),
    targetType: fc.constantFrom('CFItem', 'ext:ESCOSkill'),
    targetFramework: fc.constantFrom('ESCO', '夜"\\\n'),
    targetCode: fc.constantFrom('T4.3', '_:b0'),
    targetName: fc.constantFrom('work in teams', '🌊\t'),
    targetUrl: fc.constantFrom('http://data.europa.eu/esco/skill/1', `${origin}/é`),
  },
  { requiredKeys: ['type', 'targetType', 'targetFramework', 'targetName', 'targetUrl'] },
)

/** Achievements in every form that the schema allows, with texts that are hard to write down. */
export const achievements: fc.Arbitrary<Achievement> = address('achievements').chain((id) =>
  fc.record(
    {
      id: fc.constant(id),
      type: fc.constant(['Achievement'] as ['Achievement']),
      achievementType: fc.constant('Badge' as const),
      name: fixed,
      description: fixed,
      criteria: fc.record({ id: fc.constant(`${id}#criteria`), narrative: fixed }),
      image: fc.record({
        id: fc.constant(`${id}.png`),
        type: fc.constant('Image' as const),
        caption: fixed,
      }),
      inLanguage: fc.constantFrom('en', 'pt-BR'),
      version: fc.constant('1.0.0'),
      tag: fc.array(fixed, { minLength: 1, maxLength: 3 }),
      alignment: fc.array(alignment, { minLength: 1, maxLength: 3 }),
      resultDescription: fc
        .integer({ min: 2, max: 5 })
        .chain((n) =>
          fc.tuple(...Array.from({ length: n }, (_, index) => descriptionOf(`${id}#c${index}`))),
        ),
    },
    {
      noNullPrototype: true,
      requiredKeys: [
        'id',
        'type',
        'achievementType',
        'name',
        'description',
        'criteria',
        'image',
        'inLanguage',
        'version',
        'tag',
        'resultDescription',
      ],
    },
  ),
)

export const issuers: fc.Arbitrary<Issuer> = fc.record({
  did: fc.constant('did:web:mettle.example:organizations:riverside'),
  name: fixed,
  url: address('organizations'),
})

/** Values for the slots of an achievement's awards. Any level can go with any result. */
export const slotsFor = ({ resultDescription }: Achievement, shape: Shape): fc.Arbitrary<Slots> => {
  const levels = resultDescription.flatMap(({ rubricCriterionLevel }) =>
    rubricCriterionLevel.map(({ id }) => id),
  )
  const results = resultDescription.length
  return fc.record({
    id: address('credentials'),
    name: words(120),
    validFrom: second,
    ...(shape === 'award' ? { validUntil: second } : {}),
    awardedDate: second,
    identityHash: hex(64).map((hash) => `sha256$${hash}`),
    salt: hex(32),
    levels: fc.array(fc.constantFrom(...levels), { minLength: results, maxLength: results }),
    evidenceId: hex(43).map((hash) => `ni:///sha-256;${hash}`),
    genre: fc.constantFrom('assessment' as const, 'prior-learning' as const),
    work: words(400),
    narrative: words(600),
    statusId: address('status-lists'),
    statusListIndex: fc.nat(131_071).map(String),
    statusListCredential: address('status-lists'),
  })
}
