import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import ts from 'typescript'

import { zoneOrUtc } from '../../../worker/foundation/reader/reader.ts'

/** An exported function that takes text, with arguments to call it with. */
export interface TextReader {
  path: string
  name: string
  /** Values for each parameter; undefined if it is optional. */
  parameters: Fill[]
}

/** Values for one parameter; `of` makes them from an attack if the parameter takes text. */
interface Fill {
  usual: unknown
  of?: ((text: string) => unknown)[]
}

const one = (text: string) => text
const alone = (text: string) => [text]
/** The attack cut into many short texts. */
const many = (text: string) => text.match(/[^]{1,10}/g) ?? []
/** A text without the characters that no header may contain; a browser does not send those. */
const asHeaders = (text: string) => {
  const value = text.replaceAll(/[^\t\u0020-\u007E\u0080-\u00FF]/g, '?')
  return new Headers(headerNames.map((name): [string, string] => [name, value]))
}
const headerNames = 'cookie user-agent origin sec-fetch-site cf-connecting-ip accept'.split(' ')
const reader = { language: 'en', region: 'GB', ...zoneOrUtc('Europe/London') }

/**
 * Values by the parameter's type as it is written in the code. Functions with other parameter types
 * are tested only through their patterns and input schemas.
 */
const fills: Record<string, Fill> = {
  string: { usual: 'a', of: [one] },
  'readonly string[]': { usual: ['a', 'b'], of: [alone, many] },
  'string[]': { usual: ['a', 'b'], of: [alone, many] },
  'Iterable<string>': { usual: ['a', 'b'], of: [alone, many] },
  Headers: { usual: new Headers(), of: [asHeaders] },
  SourceFile: { usual: undefined, of: [(text) => ({ file: 'a', text })] },
  Shape: { usual: { least: 0, most: 20_000, oneLine: false } },
  "'en' | 'es'": { usual: 'en' },
  Reader: { usual: reader },
  Language: { usual: 'en' },
  Date: { usual: new Date(0) },
  Moment: { usual: new Date(0) },
  number: { usual: 5 },
  boolean: { usual: true },
}

/** False for code that runs only in a browser: whatever needs a component or its state. */
export function runsInNode(path: string): boolean {
  if (/\.svelte(?:\.ts)?$/.test(path)) return false
  const from = readFileSync(path, 'utf8').matchAll(
    /^(?:import|\} from|export) [^\n]*'(\.[^'\n]+)'$/gm,
  )
  return Array.from(from, ([, name = '']) => join(dirname(path), name))
    .filter((name) => name.startsWith('web/') && !name.startsWith('web/paraglide/'))
    .every(runsInNode)
}

/** The exported functions of a file that take text and whose other parameters can be made here. */
export function readersOf(path: string): TextReader[] {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true)
  return file.statements.flatMap((statement) =>
    isExported(statement) ? functionsIn(statement) : [],
  )

  function functionsIn(statement: ts.Statement): TextReader[] {
    if (ts.isFunctionDeclaration(statement)) return taken(statement.name?.text ?? '', statement)
    if (!ts.isVariableStatement(statement)) return []
    return statement.declarationList.declarations.flatMap(({ name, initializer }) =>
      initializer && ts.isArrowFunction(initializer) ? taken(name.getText(), initializer) : [],
    )
  }

  function taken(name: string, made: ts.FunctionLikeDeclaration): TextReader[] {
    const parameters = made.parameters.map(fillOf)
    const isKnown = parameters.every((each) => each !== undefined)
    if (!isKnown || !parameters.some(({ of }) => of)) return []
    return [{ path, name, parameters }]
  }
}

const isExported = (statement: ts.Statement) =>
  ts.canHaveModifiers(statement) &&
  ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)

function fillOf({ type, initializer }: ts.ParameterDeclaration): Fill | undefined {
  if (!type) return initializer ? { usual: undefined } : undefined
  const written = type.getText().replace(/^(?:undefined \| |null \| )/, '')
  return fills[written] ?? fills[written.split(/ \| (?:null|undefined)/)[0] ?? '']
}

/** Every way to call a function with an attack in one parameter and usual values in the others. */
export function callsOf({ parameters }: TextReader, made: (...given: unknown[]) => unknown) {
  return parameters.flatMap(({ of = [] }, at) =>
    of.map((fill) => {
      const given = parameters.map(({ usual }) => usual)
      return (text: string) => attempt(() => made(...given.with(at, fill(text))))
    }),
  )
}

/** Calls a function. A refusal is a valid result, and promises are not awaited. */
function attempt(run: () => unknown): void {
  try {
    const answer = run()
    if (answer instanceof Promise) answer.catch(() => undefined)
  } catch {
    return
  }
}
