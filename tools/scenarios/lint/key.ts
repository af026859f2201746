import type { ReadFolder } from '../source/challenge-folder.ts'
import type { Finding } from '../source/finding.ts'

/**
 * Checks that every choice of the story has a note in key.yaml, and every note a choice. Each note
 * must name a competency that its choice is against. Each competency must be under `shows` in one
 * note and under `against` in another.
 */
export function lintKey({ ink, key, challenge }: ReadFolder): Finding[] {
  const findings: Finding[] = []
  const choices = ink.tags.filter(({ name }) => name === 'choice')
  for (const { line, value } of choices) {
    if (Object.hasOwn(key.content.choices, value)) continue
    findings.push({
      file: ink.file,
      line,
      problem: `The choice ${value} has no note in key.yaml.`,
      cure: `Add ${value}: what it shows, what it leaves undone, and why.`,
    })
  }
  for (const [id, { shows, against = [] }] of Object.entries(key.content.choices)) {
    const refuse = (place: (string | number)[], problem: string, cure: string) =>
      void findings.push({ file: key.file, line: key.lineOf(place), problem, cure })
    if (!choices.some(({ value }) => value === id)) {
      refuse(
        ['choices', id],
        `The story has no choice ${id}.`,
        'Remove the note or correct the id.',
      )
    }
    if (against.length === 0) {
      const cure =
        'Name what the choice leaves undone. A choice without a cost is the right answer.'
      refuse(['choices', id], `${id} is against nothing.`, cure)
    }
    for (const [member, ids] of Object.entries({ shows, against })) {
      for (const [at, competency] of ids.entries()) {
        if (challenge.content.competencies.includes(competency)) continue
        const cure = `Use ${challenge.content.competencies.join(', ')}.`
        refuse(['choices', id, member, at], `${competency} is not judged here.`, cure)
      }
    }
    const both = shows.find((competency) => against.includes(competency))
    if (both) {
      const cure = 'A choice is evidence for a competency or against it, not both.'
      refuse(['choices', id, 'against'], `${both} is on both sides of ${id}.`, cure)
    }
  }
  for (const competency of challenge.content.competencies) {
    for (const side of ['shows', 'against'] as const) {
      const notes = Object.values(key.content.choices)
      if (notes.some((note) => note[side]?.includes(competency))) continue
      const problem = `No choice has ${competency} under ${side}.`
      const cure = 'Every competency must gain by one choice and lose by another.'
      findings.push({ file: key.file, line: key.lineOf(['choices']), problem, cure })
    }
  }
  return findings
}
