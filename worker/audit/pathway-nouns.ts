/** Of `nouns`: pathways and military codes. */
export const pathwayNouns = {
  attestation: ['badges', 'ended', 'made'],
  enrolment: ['challenges', 'left', 'made', 'moved'],
  'military-codes': ['challenges', 'stored'],
  pathway: ['challenges', 'made', 'offered', 'published', 'withdrawn'],
} as const
