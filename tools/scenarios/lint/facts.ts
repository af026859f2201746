import { competenciesOf } from '../../../worker/skills/skill.ts'
import type { ReadFolder } from '../source/challenge-folder.ts'
import type { Finding } from '../source/finding.ts'

const placeholder =
  /^(?:tb[adc]|to ?do|n\/?a|none|nobody|no one|unknown|some(?:one|body)|anonymous|an? .*|the .*|(?:second |your )?(?:name|reader|reviewer)|[x?.\-_ ]+|mettle.*)$/i

/** Checks challenge.yaml against its folder and its skill. */
export function lintFacts({ path, challenge: file }: ReadFolder): Finding[] {
  const { content: challenge } = file
  const [slug = '', skill = ''] = path.split('/').toReversed()
  const competencies: readonly string[] = competenciesOf(challenge.skill)
  const findings: Finding[] = []
  const refuse = (place: (string | number)[], problem: string, cure: string) =>
    void findings.push({ file: file.file, line: file.lineOf(place), problem, cure })

  if (challenge.id !== slug.replace(/\.\w+$/, '')) {
    refuse(
      ['id'],
      `The id is ${challenge.id}, but the folder is ${slug}.`,
      `Give both the same name.`,
    )
  }
  if (challenge.skill !== skill) {
    refuse(['skill'], `The skill is ${challenge.skill}, but the folder is in ${skill}.`, 'Move it.')
  }
  for (const missing of competencies.filter((id) => !challenge.competencies.includes(id))) {
    refuse(
      ['competencies'],
      `The competency ${missing} of ${challenge.skill} is missing.`,
      `Add ${missing}.`,
    )
  }
  for (const [at, id] of challenge.competencies.entries()) {
    if (competencies.includes(id)) continue
    const cure = `Use the four of the skill: ${competencies.join(', ')}.`
    refuse(['competencies', at], `${id} is not a competency of ${challenge.skill}.`, cure)
  }
  for (const [promptId, { evidences }] of Object.entries(challenge.prompts)) {
    for (const [at, id] of evidences.entries()) {
      if (challenge.competencies.includes(id)) continue
      const cure = `Use those of the challenge: ${challenge.competencies.join(', ')}.`
      refuse(['prompts', promptId, 'evidences', at], `${id} is not judged here.`, cure)
    }
  }
  if (
    challenge.reviewedBy !== undefined &&
    !isSomebodyElse(challenge.reviewedBy, challenge.author)
  ) {
    const cure = 'Name the person who played every ending, or remove the line until someone has.'
    refuse(['reviewedBy'], `"${challenge.reviewedBy}" is not a second reader.`, cure)
  }
  return findings
}

function isSomebodyElse(reader: string, author: string): boolean {
  const plain = (name: string) =>
    name
      .toLowerCase()
      .replaceAll(/[^\p{L}]+/gu, ' ')
      .trim()
  return !placeholder.test(reader.trim()) && !plain(author).includes(plain(reader))
}
