/**
 * The indicators of level 2 that describe something missing. The rubrics list them among the signs and
 * the rule counts their ticks; on a result they must not look like praise. At level 1 all describe a lack.
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

/** Whether a ticked indicator tells of something missing, and not of something seen. */
export function isLack(competency: string, indicatorId: string): boolean {
  return indicatorId.startsWith('1') || (lacksAtLevel2[competency] ?? []).includes(indicatorId)
}
