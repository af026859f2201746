import { type AST, RegExpParser, visitRegExpAST } from '@eslint-community/regexpp'

import { type Attack, units } from './attacks.ts'

/** More repetitions than this count as unlimited. */
const endless = 8
const members = 4
const tails = ['', '\u0000', '\n', ' ', '!']

/**
 * Attacks on one pattern: texts that its parts match, repeated, without a tail and with tails
 * that should prevent a match of the whole.
 */
export function attacksOn(source: string, flags: string): Attack[] {
  const pattern = new RegExpParser().parsePattern(source, undefined, undefined, {
    unicode: flags.includes('u'),
    unicodeSets: flags.includes('v'),
  })
  const maker = new Samples(pattern, flags)
  const found = new Map<string, Attack>()
  const add = (head: string, unit: string) => {
    if (unit === '') return
    for (const tail of tails) found.set(JSON.stringify([head, unit, tail]), { head, unit, tail })
  }
  for (const unit of maker.alphabet) {
    add('', unit)
    add('\u0000', unit)
  }
  visitRegExpAST(pattern, {
    onQuantifierEnter(quantifier) {
      if (quantifier.max < endless) return
      const before = maker.before(quantifier)
      for (const part of maker.every(quantifier.element)) {
        add(before, part)
        add('', before + part)
        add(before, part + maker.alphabet[0])
      }
      add('', before)
    },
  })
  add('', maker.of(pattern))
  return [...found.values()]
}

/** Texts that parts of a pattern match. */
class Samples {
  readonly alphabet: string[]
  private readonly candidates: string[]
  private readonly flags: string

  constructor(pattern: AST.Pattern, flags: string) {
    this.flags = flags.replaceAll(/[gy]/g, '')
    const written = new Set<string>()
    visitRegExpAST(pattern, {
      onCharacterEnter: ({ value }) => void written.add(String.fromCodePoint(value)),
    })
    this.candidates = [...new Set([...written, ...units.flatMap((unit) => [...unit])])]
    const inSets = new Set<string>()
    const takeAll = (set: AST.CharacterClass | AST.CharacterSet) => {
      for (const each of this.in(set)) inSets.add(each)
    }
    visitRegExpAST(pattern, {
      onCharacterClassEnter: (set) => takeAll(set),
      onCharacterSetEnter: (set) => takeAll(set),
    })
    this.alphabet = [...new Set([...inSets, ...written])].slice(0, 40)
  }

  /** The first text that this part matches. */
  of(node: AST.Node): string {
    return this.every(node)[0] ?? ''
  }

  /** A few texts that this part matches. */
  every(node: AST.Node): string[] {
    switch (node.type) {
      case 'Character':
        return [String.fromCodePoint(node.value)]
      case 'CharacterClass':
      case 'CharacterSet':
      case 'ExpressionCharacterClass':
        return this.in(node)
      case 'Quantifier':
        return this.every(node.element).map((text) => text.repeat(Math.min(node.min || 1, 50)))
      case 'Pattern':
      case 'Group':
      case 'CapturingGroup':
        return node.alternatives.flatMap((each) => this.every(each)).slice(0, members * 2)
      case 'Alternative':
        return this.inTurn(node)
      case 'Assertion':
        return [node.kind === 'start' && this.flags.includes('m') ? '\n' : '']
      default:
        return ['']
    }
  }

  /** A text for the parts that come before this one. */
  before(node: AST.Node): string {
    const { parent } = node
    if (!parent) return ''
    if (parent.type !== 'Alternative') return this.before(parent)
    const earlier = parent.elements.slice(0, parent.elements.indexOf(node as AST.Element))
    return this.before(parent) + earlier.map((each) => this.of(each)).join('')
  }

  /**
   * The parts in sequence: every text of the first part, then the first text of each other part.
   */
  private inTurn({ elements }: AST.Alternative): string[] {
    const [first, ...rest] = elements
    if (!first) return ['']
    const end = rest.map((each) => this.of(each)).join('')
    return this.every(first).map((text) => text + end)
  }

  private in(set: AST.CharacterClass | AST.CharacterSet | AST.ExpressionCharacterClass): string[] {
    const one = new RegExp(`^${set.raw}$`, this.flags)
    return this.candidates.filter((each) => one.test(each)).slice(0, members)
  }
}
