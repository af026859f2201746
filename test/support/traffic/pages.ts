import { env } from 'cloudflare:workers'

import { markTick } from '../../../worker/insights/health/mark-tick.ts'
import type { Ask, Traffic } from './ask.ts'
import type { World } from './world.ts'

const plain = [
  '/',
  '/challenges',
  '/how-it-works',
  '/for-mentors',
  '/for-employers',
  '/privacy',
  '/privacy/record',
  '/privacy/record.csv',
  '/privacy/breach',
  '/accessibility',
  '/problems',
  '/robots.txt',
  '/.well-known/security.txt',
]

const open = (path: string): Ask => ({ as: 'anyone', path })

export const pageTraffic: Traffic = {
  ...Object.fromEntries(plain.map((path) => [`GET ${path}`, () => open(path)])),
  'GET /service': () => open('/service?code=11B20&branch=army'),
  'GET /challenges/:challengeId': ({ challenge }) => open(`/challenges/${challenge.id}`),
  'GET /rubrics/:skill': () => open('/rubrics/collaboration'),
  'GET /rubrics/:skill/:rubricHash': async ({ challenge }) =>
    open(`/rubrics/collaboration/${await rubricOf(challenge)}`),
  'GET /problems/:type': () => open('/problems/stale-version'),
  'GET /health': async () => {
    await markTick(env, new Date())
    return open('/health')
  },
}

const rubricOf = ({ hash }: World['challenge']) =>
  env.DB.prepare('SELECT rubric_hash FROM challenge_versions WHERE hash = ?1')
    .bind(hash)
    .first<string>('rubric_hash')
