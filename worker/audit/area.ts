/** What an action is about. The trail can be filtered by area. */
export type Area =
  | 'people'
  | 'cohorts'
  | 'challenges'
  | 'answers'
  | 'reviews'
  | 'badges'
  | 'organizations'
  | 'openings'
  | 'interviews'
  | 'visibility'
  | 'accounts'
  | 'mail'
