import type { Traffic } from './ask.ts'

export const insightTraffic: Traffic = {
  'GET /api/insights/funnel': () => ({ as: 'admin', path: '/api/insights/funnel' }),
  'GET /api/insights/late': () => ({ as: 'admin', path: '/api/insights/late' }),
  'GET /api/insights/worried': () => ({ as: 'admin', path: '/api/insights/worried' }),
  'GET /api/insights/cohort': () => ({ as: 'coaching mentor', path: '/api/insights/cohort' }),
}
