/** Of `nouns`: pathways, prior learning and military codes. */
export const pathwayNouns = {
  attestation: ['badges', 'ended', 'made'],
  enrolment: ['challenges', 'left', 'made', 'moved'],
  'military-codes': ['challenges', 'stored'],
  pathway: ['challenges', 'made', 'offered', 'published', 'withdrawn'],
  'prior-learning': ['answers', 'begun', 'discarded', 'handed-in', 'withdrawn'],
} as const
