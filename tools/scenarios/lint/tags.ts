import type { ReadFolder } from '../source/challenge-folder.ts'
import type { Finding } from '../source/finding.ts'
import type { PlacedTag } from '../source/ink-source.ts'

const known = ['title', 'passage', 'response', 'final', 'choice', 'answered']
const timers = ['seconds', 'on-timeout']
const once = ['title', 'passage', 'choice']
const named = ['passage', 'response', 'choice', 'answered']

/**
 * Checks scenario.ink without playing it: tags, ids, the title, prompts, and forbidden words, such
 * as those that make a replay inexact.
 */
export function lintTags({ ink, challenge }: ReadFolder): Finding[] {
  const findings: Finding[] = []
  const refuse = (line: number, problem: string, cure: string) =>
    void findings.push({ file: ink.file, line, problem, cure })

  for (const tag of ink.tags) {
    const refusal = refusalOf(tag)
    if (refusal) refuse(tag.line, ...refusal)
  }
  for (const name of once) {
    for (const { line, value } of repeated(ink.tags.filter((tag) => tag.name === name))) {
      refuse(line, `${name} ${value} is here twice.`, 'Use every id once in the file.')
    }
  }
  for (const { line, word } of ink.forbidden) {
    const cure = 'A replay must give the same words. Use a VAR that a choice sets.'
    refuse(line, `${word} does not work here.`, cure)
  }

  const title = ink.tags.find(({ name }) => name === 'title')
  if (!title)
    refuse(1, 'The title is missing.', `Begin with "# title: ${challenge.content.title}".`)
  else if (title.value !== challenge.content.title) {
    refuse(
      title.line,
      `The title is "${title.value}".`,
      `Use "${challenge.content.title}" in both files.`,
    )
  }

  const promptIds = Object.keys(challenge.content.prompts)
  const asked = ink.tags.filter(({ name }) => name === 'response')
  for (const { line, value } of asked.filter((tag) => !promptIds.includes(tag.value))) {
    refuse(
      line,
      `The prompt ${value} is not in challenge.yaml.`,
      `Use one of: ${promptIds.join(', ')}.`,
    )
  }
  for (const id of promptIds.filter((promptId) => !asked.some(({ value }) => value === promptId))) {
    findings.push({
      file: challenge.file,
      line: challenge.lineOf(['prompts', id]),
      problem: `The prompt ${id} is never asked.`,
      cure: `Add "# response: ${id}" to the story, or remove the prompt.`,
    })
  }
  return findings
}

function refusalOf({ name, value, inBlock }: PlacedTag): [string, string] | undefined {
  if (timers.includes(name)) {
    return [`# ${name}: timers do not work yet.`, 'Leave the timer out of the story for now.']
  }
  if (!known.includes(name)) {
    return [`The tag ${name || '(empty)'} is not known.`, `Use one of: ${known.join(', ')}.`]
  }
  if (named.includes(name) && !/^(?=.{1,40}$)[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value)) {
    return [
      `"${value}" is not an id.`,
      'Use small letters, figures and hyphens, at most 40 characters.',
    ]
  }
  if (name === 'passage' && inBlock) {
    const cure = 'Put it outside the braces: {a:x|y} # passage: id.'
    return [`The passage ${value} is inside a block.`, cure]
  }
  return undefined
}

function repeated(tags: readonly PlacedTag[]): PlacedTag[] {
  const isTitle = tags[0]?.name === 'title'
  return tags.filter(
    (tag, index) =>
      index > 0 && (isTitle || tags.findIndex(({ value }) => value === tag.value) < index),
  )
}
