import { globSync, readFileSync } from 'node:fs'

import { parse } from 'svelte/compiler'
import ts from 'typescript'

/** A regular expression of the code, as it is written. */
export interface Pattern {
  path: string
  source: string
  flags: string
}

/** A `RegExp` made of a value that is not constant in its file, so it cannot be tested. */
export interface Unreadable {
  path: string
  code: string
}

export const codeWithPatterns = globSync('{worker,web,tools/scenarios}/**/*.{ts,svelte}', {
  exclude: ['web/paraglide/**'],
})

/** Every pattern of these files: the literals, and each `RegExp` made of constants. */
export function patternsOf(paths: readonly string[]) {
  const patterns: Pattern[] = []
  const unreadable: Unreadable[] = []
  for (const path of paths) {
    const text = readFileSync(path, 'utf8')
    for (const code of path.endsWith('.svelte') ? codeOf(text) : [text]) {
      const found = patternsIn(code)
      patterns.push(...found.patterns.map((each) => ({ path, ...each })))
      unreadable.push(...found.unreadable.map((each) => ({ path, code: each })))
    }
  }
  return { patterns, unreadable }
}

/** The scripts of a component and the expressions in its markup, each as code. */
function codeOf(component: string): string[] {
  const { instance, module, fragment } = parse(component, { modern: true })
  // A script is kept whole, because patterns may use its constants.
  const scripts = [instance, module].flatMap((script) => (script ? [whole(script.content)] : []))
  const places = [...scripts, ...expressionsIn(fragment)]
  return places.map(({ start, end }) => component.slice(start, end))
}

/** The parser's type omits the position. */
const whole = (script: object) => script as Place

interface Place {
  start: number
  end: number
}

function expressionsIn(node: unknown): Place[] {
  if (Array.isArray(node)) return node.flatMap(expressionsIn)
  if (typeof node !== 'object' || node === null) return []
  const { type, start, end } = node as { type?: unknown } & Partial<Place>
  const isMade = type === 'NewExpression' || type === 'CallExpression' || type === 'Literal'
  // A call is cut out whole, with everything in it.
  if (isMade && start !== undefined && end !== undefined) return [{ start, end }]
  return Object.values(node).flatMap(expressionsIn)
}

function patternsIn(code: string) {
  const file = ts.createSourceFile('code.ts', code, ts.ScriptTarget.Latest, true)
  const patterns: { source: string; flags: string }[] = []
  const unreadable: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) patterns.push(taken(node))
    const [first, second] = argumentsOf(node)
    if (first) {
      const source = constant(first, file)
      const flags = second ? constant(second, file) : ''
      if (source === undefined || flags === undefined) unreadable.push(node.getText())
      else patterns.push({ source, flags })
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return { patterns, unreadable }
}

/**
 * The arguments that are patterns: those of `RegExp(…)`, and texts given to `match` and similar
 * methods.
 */
function argumentsOf(node: ts.Node): readonly ts.Expression[] {
  if (!ts.isNewExpression(node) && !ts.isCallExpression(node)) return []
  const { expression, arguments: given = [] } = node
  if (expression.getText() === 'RegExp') return given
  const isMatch =
    ts.isPropertyAccessExpression(expression) &&
    ['match', 'matchAll', 'search'].includes(expression.name.text)
  const [first] = given
  return isMatch && first && ts.isStringLiteralLike(first) ? [first] : []
}

function taken({ text }: ts.RegularExpressionLiteral) {
  const end = text.lastIndexOf('/')
  return { source: text.slice(1, end), flags: text.slice(end + 1) }
}

/** The constant text of an expression; undefined if it comes from elsewhere. */
function constant(node: ts.Expression, file: ts.SourceFile): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text
  if (ts.isRegularExpressionLiteral(node)) return taken(node).source
  if (ts.isTaggedTemplateExpression(node)) {
    const isRaw = node.tag.getText() === 'String.raw'
    return isRaw ? joined(node.template, file, ({ rawText = '' }) => rawText) : undefined
  }
  if (ts.isTemplateExpression(node)) return joined(node, file, ({ text }) => text)
  const name = ts.isPropertyAccessExpression(node) && node.name.text === 'source'
  const named = name ? node.expression : node
  if (!ts.isIdentifier(named)) return undefined
  const made = file.statements
    .filter(ts.isVariableStatement)
    .filter(({ declarationList }) => declarationList.flags & ts.NodeFlags.Const)
    .flatMap(({ declarationList }) => declarationList.declarations)
    .find(({ name: declared }) => declared.getText() === named.text)
  return made?.initializer && constant(made.initializer, file)
}

type Piece = ts.LiteralLikeNode & { rawText?: string }

function joined(
  template: ts.TemplateLiteral,
  file: ts.SourceFile,
  textOf: (piece: Piece) => string,
): string | undefined {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return textOf(template)
  const spans = template.templateSpans.map(({ expression, literal }) => {
    const inner = constant(expression, file)
    return inner === undefined ? undefined : inner + textOf(literal)
  })
  return spans.includes(undefined) ? undefined : textOf(template.head) + spans.join('')
}
