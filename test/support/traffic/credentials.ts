import { env } from 'cloudflare:workers'

import { signStatusListOf } from '../../../worker/credentials/signature/sign-status-list.ts'
import { credentials } from '../../../worker/credentials/tables.ts'
import { accountOwner } from '../../../worker/foundation/crypto/owner.ts'
import { seal } from '../../../worker/foundation/crypto/seal.ts'
import { systemCall } from '../../../worker/foundation/call/system-call.ts'
import { aNote, anAward, awardOf } from '../awards.ts'
import { aStudent } from '../builders.ts'
import { answers } from '../hiring.ts'
import { sealingCall } from '../sealing.ts'
import type { Ask, Traffic } from './ask.ts'
import { closeAttempts, sql } from './rows.ts'
import type { World } from './world.ts'

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'

export const credentialTraffic: Traffic = {
  'GET /api/credentials': () => ({ as: 'student', path: '/api/credentials' }),
  'GET /api/credentials/:credentialId': async (world) => own(world, ''),
  'GET /api/credentials/:credentialId/document': async (world) => own(world, '/document'),
  'PUT /api/credentials/:credentialId/publication': async (world) => {
    const { id } = await theBadge(world)
    await sql(
      `UPDATE credentials SET published_at = NULL, shown_name = NULL, listed = 0,
         publication_version = 0 WHERE id = ?1`,
      id,
    )
    return own(world, '/publication', { on: true, showName: true, listed: false, version: 0 })
  },
  'POST /api/credentials/:credentialId/revocation': async ({ home }) => {
    const { id } = await anAward(await aStudent({ in: home }))
    return {
      as: 'admin',
      path: `/api/credentials/${id}/revocation`,
      body: { reason: 'error' },
    }
  },
  [`GET /credentials/:file{${uuid}\\.json}`]: async (world) => open((await shown(world)).json),
  'GET /credentials/:credentialId': async (world) => open((await shown(world)).page),
  [`GET /achievements/:file{${uuid}\\.json}`]: async (world) =>
    open(`/achievements/${(await shown(world)).achievementId}.json`),
  [`GET /achievements/:file{${uuid}\\.png}`]: async (world) =>
    open(`/achievements/${(await shown(world)).achievementId}.png`),
  'GET /achievements/:achievementId': async (world) =>
    open(`/achievements/${(await shown(world)).achievementId}`),
  'GET /status-lists/:statusListId': async (world) =>
    open(`/status-lists/${(await shown(world)).statusListId}`),
  'GET /organizations/:slug/did.json': async (world) => {
    await theBadge(world)
    return open(`/organizations/${world.home.slug}/did.json`)
  },
  'GET /organizations/:slug': async (world) => {
    await theBadge(world)
    return open(`/organizations/${world.home.slug}`)
  },
}

async function own(world: World, rest: string, body?: object): Promise<Ask> {
  const { id } = await theBadge(world)
  return { as: 'student', path: `/api/credentials/${id}${rest}`, ...(body && { body }) }
}

const open = (path: string): Ask => ({ as: 'anyone', path })

/** The student's badge, signed. */
export function theBadge({ once, people }: World) {
  return once('badge', async () => {
    await closeAttempts(people.student)
    return anAward(people.student, { answers })
  })
}

/** What the public may read: the badge's page with a name on it, and its signed status list. */
async function shown(world: World) {
  const { id, decisionId } = await theBadge(world)
  const row = await world.once('list', async () => {
    await signStatusListOf(systemCall(env, crypto.randomUUID()), aNote('credential.ended', id))
    return awardOf(decisionId)
  })
  const owner = accountOwner(world.people.student.id)
  await sql(
    'UPDATE credentials SET published_at = ?2, shown_name = ?3 WHERE id = ?1',
    id,
    Date.now(),
    await seal(sealingCall(), credentials.shownName, id, owner, 'Leila Haddad'),
  )
  const { achievementId = '', statusListId = '' } = row ?? {}
  return {
    page: `/credentials/${id}`,
    json: `/credentials/${id}.json`,
    achievementId,
    statusListId,
  }
}
