import { bounceOf, signedNotice } from '../mail-notices.ts'
import type { Traffic } from './ask.ts'

export const mailTraffic: Traffic = {
  'POST /api/mail-events': async () => {
    const body = bounceOf(`${crypto.randomUUID()}@people.example`)
    return { as: 'anyone', path: '/api/mail-events', body, headers: await signedNotice(body) }
  },
  'GET /api/mail-state': () => ({ as: 'admin', path: '/api/mail-state' }),
  'DELETE /api/mail-suppression': () => ({ as: 'student', path: '/api/mail-suppression' }),
}
