import { isFirstForm, type RubricCriterion } from './rubric.ts'

/**
 * The indicators of level 2 that describe something missing, for criteria of the first form
 * (`isFirstForm`). Rubrics list them with the others, and `proposedLevel` counts them, but a result
 * must not show them as praise. At level 1 all indicators describe something missing.
 */
const lacksAtLevel2: Record<string, readonly string[]> = {
  'agree-the-work': ['2c'],
  'share-what-you-know': ['2b', '2c'],
  'work-through-disagreement': ['2b', '2c'],
  'weigh-other-views': ['2b', '2c'],
  'find-what-matters': ['2c'],
  'test-the-claim': ['2c'],
  'connect-the-facts': ['2c'],
  'conclude-with-care': ['2b', '2c'],
  'listen-to-understand': ['2b', '2c'],
  'read-the-need': ['2b', '2c'],
  'acknowledge-feeling': ['2b', '2c'],
  'help-on-their-terms': ['2b', '2c'],
}

/**
 * Whether a ticked indicator describes something missing. Only criteria of the first form have such
 * indicators.
 */
export function isLack(
  criterion: Pick<RubricCriterion, 'competency' | 'levels'>,
  indicatorId: string,
): boolean {
  if (!isFirstForm(criterion)) return false
  const atLevel2 = lacksAtLevel2[criterion.competency] ?? []
  return indicatorId.startsWith('1') || atLevel2.includes(indicatorId)
}
