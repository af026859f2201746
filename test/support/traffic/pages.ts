import type { Ask, Traffic } from './ask.ts'

const plain = [
  '/',
  '/challenges',
  '/how-it-works',
  '/for-mentors',
  '/for-employers',
  '/privacy',
  '/accessibility',
  '/problems',
  '/robots.txt',
  '/.well-known/security.txt',
]

const open = (path: string): Ask => ({ as: 'anyone', path })

export const pageTraffic: Traffic = {
  ...Object.fromEntries(plain.map((path) => [`GET ${path}`, () => open(path)])),
  'GET /challenges/:challengeId': ({ challenge }) => open(`/challenges/${challenge.id}`),
  'GET /problems/:type': () => open('/problems/stale-version'),
}
