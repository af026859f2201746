import * as m from '../../../web/paraglide/messages/_index.js'
import { type Said, said } from '../../http/say.ts'
import type { Skill } from '../../skills/skill.ts'

const words = {
  initiative: m.pages_skill_initiative,
  collaboration: m.pages_skill_collaboration,
  'creative-problem-solving': m.pages_skill_creative_problem_solving,
  'critical-thinking': m.pages_skill_critical_thinking,
  'intercultural-fluency': m.pages_skill_intercultural_fluency,
  empathy: m.pages_skill_empathy,
  'oral-communication': m.pages_skill_oral_communication,
  resilience: m.pages_skill_resilience,
} satisfies Record<Skill, unknown>

/** A skill in one plain sentence, for people who have never read its rubric. */
export function skillWords(skill: Skill): Said {
  return said(words[skill])
}
