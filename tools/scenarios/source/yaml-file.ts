import * as v from 'valibot'
import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
} from 'yaml'

import type { Finding, SourceFile } from './finding.ts'

type Path = readonly (string | number)[]

/** A YAML file read by its schema, with the line of each value. */
export interface YamlFile<Content> {
  file: string
  content: Content | undefined
  findings: Finding[]
  lineOf(path: Path): number
}

/** YAML 1.2, core schema, one document, without anchors, aliases, tags or duplicate keys. */
export function readYaml<Schema extends v.GenericSchema>(
  { file, text }: SourceFile,
  schema: Schema,
): YamlFile<v.InferOutput<Schema>> {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, schema: 'core', stringKeys: true })
  const lineAt = (offset: number) => lines.linePos(offset).line
  const lineOf = (path: Path) => lineInDocument(document, path, lineAt)

  const findings: Finding[] = [
    ...document.errors.map(({ message, pos: [at] }) => ({
      file,
      line: lineAt(at),
      problem: `This is not YAML: ${message.split('\n')[0]}`,
      cure: 'Check the spaces before the line, the colon and the quotes.',
    })),
    ...forbidden(document).map((at) => ({
      file,
      line: lineAt(at),
      problem: 'This is an anchor, an alias or a tag of YAML.',
      cure: 'Write the whole text where you need it.',
    })),
  ]
  if (findings.length > 0) return { file, content: undefined, findings, lineOf }

  const result = v.safeParse(schema, document.toJS())
  if (result.success) return { file, content: result.output, findings, lineOf }
  const issues = result.issues.map((issue) => findingOf(file, issue, lineOf))
  return { file, content: undefined, findings: issues, lineOf }
}

function findingOf(file: string, issue: v.BaseIssue<unknown>, lineOf: (path: Path) => number) {
  const path = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)))
  const place = path.join('.') || 'the file'
  if (issue.expected === 'never') {
    const problem = `${place} is not known here.`
    return { file, line: lineOf(path), problem, cure: 'Remove it, or check the spelling.' }
  }
  if (issue.received === 'undefined') {
    const problem = `${place} is missing.`
    return { file, line: lineOf(path.slice(0, -1)), problem, cure: `Add ${String(path.at(-1))}.` }
  }
  const expected = issue.expected ?? 'a plain text of the right length'
  return {
    file,
    line: lineOf(path),
    problem: `${place} is ${issue.received.slice(0, 60)}.`,
    cure: `Expected: ${expected}.`,
  }
}

/** Offsets of syntax that is not allowed: anchors, aliases, tags, other YAML versions. */
function forbidden(document: Document): number[] {
  const found: number[] = []
  const { yaml } = document.directives ?? {}
  if (yaml?.explicit && yaml.version !== '1.2') found.push(0)
  visit(document, {
    Node: (_, node) => {
      const isMarked = isAlias(node) || node.tag !== undefined || node.anchor !== undefined
      if (isMarked) found.push(node.range?.[0] ?? 0)
    },
  })
  return found
}

/** The line of the value at `path`, or of the last step of the path that exists. */
function lineInDocument(
  document: Document,
  path: Path,
  lineAt: (offset: number) => number,
): number {
  let node: unknown = document.contents
  let line = 1
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
      if (!pair || !isScalar(pair.key)) break
      line = lineAt(pair.key.range?.[0] ?? 0)
      node = pair.value
    } else if (isSeq(node)) {
      const item = node.items[Number(step)]
      if (!isNode(item)) break
      line = lineAt(item.range?.[0] ?? 0)
      node = item
    }
  }
  return line
}
