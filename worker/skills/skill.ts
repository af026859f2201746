/**
 * The eight soft skills and the four competencies of each. Three competencies belong to two skills,
 * so there are 29 in 32 places.
 */
export const skills = {
  initiative: {
    name: 'Initiative',
    competencies: [
      'start-before-asked',
      'look-ahead',
      'bring-others-in',
      'learn-from-what-happened',
    ],
  },
  collaboration: {
    name: 'Collaboration',
    competencies: [
      'agree-the-work',
      'share-what-you-know',
      'work-through-disagreement',
      'weigh-other-views',
    ],
  },
  'creative-problem-solving': {
    name: 'Creative problem solving',
    competencies: [
      'reframe-the-problem',
      'widen-then-choose',
      'try-small',
      'act-on-part-of-the-facts',
    ],
  },
  'critical-thinking': {
    name: 'Critical thinking',
    competencies: [
      'find-what-matters',
      'test-the-claim',
      'connect-the-facts',
      'conclude-with-care',
    ],
  },
  'intercultural-fluency': {
    name: 'Intercultural fluency',
    competencies: [
      'notice-own-lens',
      'ask-before-assuming',
      'adapt-the-approach',
      'weigh-other-views',
    ],
  },
  empathy: {
    name: 'Empathy',
    competencies: [
      'listen-to-understand',
      'read-the-need',
      'acknowledge-feeling',
      'help-on-their-terms',
    ],
  },
  'oral-communication': {
    name: 'Oral communication',
    competencies: ['say-it-plainly', 'order-the-message', 'fit-the-moment', 'listen-to-understand'],
  },
  resilience: {
    name: 'Resilience',
    competencies: [
      'steady-under-pressure',
      'change-course',
      'look-for-what-works',
      'learn-from-what-happened',
    ],
  },
} as const satisfies Record<string, { name: string; competencies: readonly string[] }>

export type Skill = keyof typeof skills
export type Competency = (typeof skills)[Skill]['competencies'][number]

export const skillIds = [
  'initiative',
  'collaboration',
  'creative-problem-solving',
  'critical-thinking',
  'intercultural-fluency',
  'empathy',
  'oral-communication',
  'resilience',
] as const satisfies readonly Skill[]

export function isSkill(id: string): id is Skill {
  return Object.hasOwn(skills, id)
}

export function competenciesOf(skill: Skill): readonly Competency[] {
  return skills[skill].competencies
}

/** Whether two skills have this competency. */
export function isShared(competency: Competency): boolean {
  return skillIds.filter((skill) => competenciesOf(skill).includes(competency)).length > 1
}
