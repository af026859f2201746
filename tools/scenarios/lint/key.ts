import type { ReadFolder } from '../source/challenge-folder.ts'
import type { Finding } from '../source/finding.ts'

/** Every choice of the story has a note in key.yaml, and every note a choice. */
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
  return findings
}
