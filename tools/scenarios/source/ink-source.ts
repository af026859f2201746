import type { SourceFile } from './finding.ts'
import { readTag, type Tag } from '../../../worker/scenarios/play/screen.ts'

export interface PlacedTag extends Tag {
  line: number
  /** Whether the tag is inside the braces of a block of several lines. */
  inBlock: boolean
}

/** What scenario.ink shows without being run: tags and forbidden words, with lines. */
export interface InkSource extends SourceFile {
  tags: PlacedTag[]
  /** Lines whose words make a replay inexact or reach outside the file. */
  forbidden: { line: number; word: string }[]
  /** The line that contains this text, or the first line. */
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

/** Replaces comments with blanks, so that line numbers stay. An unclosed one extends to the end. */
function withoutComments(text: string): string {
  return text
    .replaceAll(/\/\*[\s\S]*?(?:\*\/|$)/g, (comment) => comment.replaceAll(/[^\n]/g, ' '))
    .replaceAll(/\/\/[^\n]*/g, '')
}

/** A text may be joined from parts of a line, so ever shorter beginnings are searched for. */
function lineSaying(lines: readonly string[], said: string): number {
  const words = said.trim().split(/\s+/)
  for (let length = words.length; length > 0; length = Math.floor(length * 0.7)) {
    const beginning = words.slice(0, length).join(' ')
    const at = lines.findIndex((line) => line.replaceAll(/\s+/g, ' ').includes(beginning))
    if (at !== -1 && beginning !== '') return at + 1
  }
  return 1
}
