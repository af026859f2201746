import type { SourceFile } from './finding.ts'
import { readTag, type Tag } from '../../../worker/scenarios/play/screen.ts'

export interface PlacedTag extends Tag {
  line: number
  /** Inside the braces of a block that runs over several lines. */
  inBlock: boolean
}

/** What can be read off scenario.ink without running it: tags and forbidden words, with lines. */
export interface InkSource extends SourceFile {
  tags: PlacedTag[]
  /** Lines whose words make a replay inexact or reach outside the file. */
  forbidden: { line: number; word: string }[]
  /** The line that says this text, or the first line. */
  lineOf(text: string): number
}

const forbiddenWords: [RegExp, string][] = [
  [/^\s*EXTERNAL\b/, 'EXTERNAL'],
  [/^\s*INCLUDE\b/, 'INCLUDE'],
  [/\bSEED_RANDOM\s*\(/, 'SEED_RANDOM'],
  [/(?<!SEED_|LIST_)\bRANDOM\s*\(/, 'RANDOM'],
  [/\bLIST_RANDOM\s*\(/, 'LIST_RANDOM'],
  [/\{[\s!&$]*~/, 'a shuffle'],
  [/\{\s*(?:\w+\s+)?shuffle\b/, 'a shuffle'],
]

export function readInkSource({ file, text }: SourceFile): InkSource {
  const lines = withoutComments(text).split('\n')
  const tags: PlacedTag[] = []
  let depth = 0
  for (const [index, line] of lines.entries()) {
    let from = 0
    for (const { index: at, 1: body = '' } of line.matchAll(/(?<!\\)#\s*([^#\]\n]*)/g)) {
      depth += depthOf(line.slice(from, at))
      from = at
      tags.push({ ...readTag(body), line: index + 1, inBlock: depth > 0 })
    }
    depth += depthOf(line.slice(from))
  }
  const forbidden = lines.flatMap((line, index) =>
    forbiddenWords
      .filter(([pattern]) => pattern.test(line))
      .map(([, word]) => ({ line: index + 1, word })),
  )
  return { file, text, tags, forbidden, lineOf: (said) => lineSaying(lines, said) }
}

function depthOf(text: string): number {
  return (text.match(/\{/g)?.length ?? 0) - (text.match(/\}/g)?.length ?? 0)
}

/** Comments become blanks, so that lines keep their numbers. One that nothing ends goes to the end. */
function withoutComments(text: string): string {
  return text
    .replaceAll(/\/\*[\s\S]*?(?:\*\/|$)/g, (comment) => comment.replaceAll(/[^\n]/g, ' '))
    .replaceAll(/\/\/[^\n]*/g, '')
}

/** What is said may be put together from parts of a line, so ever shorter beginnings are looked for. */
function lineSaying(lines: readonly string[], said: string): number {
  const words = said.trim().split(/\s+/)
  for (let length = words.length; length > 0; length = Math.floor(length * 0.7)) {
    const beginning = words.slice(0, length).join(' ')
    const at = lines.findIndex((line) => line.replaceAll(/\s+/g, ' ').includes(beginning))
    if (at !== -1 && beginning !== '') return at + 1
  }
  return 1
}
