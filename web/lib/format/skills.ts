import { m } from '../../paraglide/messages.js'

const skills: Record<string, () => string> = {
  initiative: m.shell_skill_initiative,
  collaboration: m.shell_skill_collaboration,
  'creative-problem-solving': m.shell_skill_creative_problem_solving,
  'critical-thinking': m.shell_skill_critical_thinking,
  'intercultural-fluency': m.shell_skill_intercultural_fluency,
  empathy: m.shell_skill_empathy,
  'oral-communication': m.shell_skill_oral_communication,
  resilience: m.shell_skill_resilience,
}

/** The eight skills, by the id that the API uses. */
export const skillIds = Object.keys(skills)

export function skillName(skill: string): string {
  return skills[skill]?.() ?? skill
}

const levels = [m.shell_level_1, m.shell_level_2, m.shell_level_3, m.shell_level_4]

export function levelName(level: number): string {
  return levels[level - 1]?.() ?? String(level)
}
