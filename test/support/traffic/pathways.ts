import type { Traffic } from './ask.ts'

export const pathwayTraffic: Traffic = {
  'GET /api/military-codes': () => ({
    as: 'anyone',
    path: '/api/military-codes?code=11B20&branch=army',
  }),
  'PUT /api/military-codes': () => ({
    as: 'operator admin',
    path: '/api/military-codes',
    body: {
      fileHash: 'd'.repeat(64),
      part: 1,
      parts: 1,
      rows: [
        {
          branch: 'army',
          code: '88M',
          name: 'Motor Transport Operator',
          titles: [{ title: 'Truck driver', occupation: '53-3032.00' }],
        },
      ],
    },
  }),
}
