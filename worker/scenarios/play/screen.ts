import type { StoryLine } from './bounded-story.ts'

/** What a student sees at one time: one passage, and what can be done next. */
export interface Screen {
  passageId: string
  paragraphs: string[]
  /** Empty if an answer is needed or the story has ended. */
  choices: { id: string; text: string }[]
  /** The prompt to answer before the story continues. */
  promptId?: string
  /** The student cannot go back to a screen before this one. */
  final: boolean
  ended: boolean
}

/** A tag of the story: `# passage: opening` is `{ name: 'passage', value: 'opening' }`. */
export interface Tag {
  name: string
  value: string
}

export function readTag(tag: string): Tag {
  const [name = '', ...rest] = tag.split(':')
  return { name: name.trim(), value: rest.join(':').trim() }
}

export function valueOf(tags: readonly string[], name: string): string | undefined {
  return tags.map(readTag).find((tag) => tag.name === name)?.value
}

/** Reads ink's output of one turn. A `# response` arrives as an empty line with the tag. */
export function screenOf(lines: readonly StoryLine[], offered: readonly StoryLine[]): Screen {
  const tags = lines.flatMap((line) => line.tags)
  const promptId = valueOf(tags, 'response')
  return {
    passageId: valueOf(tags, 'passage') ?? '',
    paragraphs: lines.map(({ text }) => text.trim()).filter((text) => text !== ''),
    choices: offered.flatMap(({ text, tags: own }) => {
      const id = valueOf(own, 'choice')
      return id === undefined ? [] : [{ id, text: text.trim() }]
    }),
    ...(promptId === undefined ? {} : { promptId }),
    final: valueOf(tags, 'final') !== undefined,
    ended: offered.length === 0,
  }
}
