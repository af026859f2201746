import type { World } from './world.ts'
import { aDesign, aPathway, aStep, enrol } from '../pathways.ts'
import type { Traffic } from './ask.ts'
import { sql } from './rows.ts'

const asked = { kind: 'attested', title: 'First aid', by: 'programme' }

/** A draft of the admin: a programme can have fifty, so the older ones are deleted. */
async function aDraft({ home, people }: World): Promise<string> {
  await sql(
    `DELETE FROM pathways WHERE organization_id = ?1 AND id NOT IN (
      SELECT pathway_id FROM pathway_versions)`,
    home.id,
  )
  return aDesign(people.admin)
}

/** A published pathway of the admin that asks for something from outside. */
const published = (world: World) =>
  world.once('pathway', () =>
    aPathway(world.people.admin, { steps: [aStep('First aid', { requirement: asked })] }),
  )

const confirm = async (world: World) => ({
  studentId: world.people.student.id,
  pathwayId: await published(world),
  version: 1,
  title: 'First aid',
})

/** Nothing is confirmed, and nobody is on a pathway. */
const clear = async () => {
  await sql('DELETE FROM enrolments')
  await sql('DELETE FROM attestations')
}

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
  'GET /api/pathways': () => ({ as: 'student', path: '/api/pathways' }),
  'GET /api/pathways/:pathwayId': async (world) => ({
    as: 'admin',
    path: `/api/pathways/${await aDraft(world)}`,
  }),
  'POST /api/pathways': async (world) => {
    await aDraft(world)
    return { as: 'admin', path: '/api/pathways', body: { title: 'For the ward', kind: 'skill' } }
  },
  'PUT /api/pathways/:pathwayId': async (world) => ({
    as: 'admin',
    path: `/api/pathways/${await aDraft(world)}`,
    body: { title: 'For the ward', steps: [aStep('Work with others')], version: 2 },
  }),
  'POST /api/pathways/:pathwayId/versions': async (world) => {
    // A version stays for ever, so one pathway gets them all.
    const id = await published(world)
    const version = 2
    return { as: 'admin', path: `/api/pathways/${id}/versions`, body: { version } }
  },
  'PUT /api/pathways/:pathwayId/offer': async (world) => ({
    as: 'admin',
    path: `/api/pathways/${await published(world)}/offer`,
    body: { offered: true },
  }),
  'POST /api/enrolments': async (world) => {
    const pathwayId = await published(world)
    await clear()
    const { body } = await world.people.student.client.get(`/api/pathways/${pathwayId}`)
    const { version } = body.pathway
    return { as: 'student', path: '/api/enrolments', body: { pathwayId, version } }
  },
  'DELETE /api/enrolments/:enrolmentId': async (world) => {
    const pathwayId = await published(world)
    await clear()
    const { student } = world.people
    const { body } = await student.client.get(`/api/pathways/${pathwayId}`)
    const made = await enrol(student, pathwayId, body.pathway.version)
    return { as: 'student', path: `/api/enrolments/${made.body.id}` }
  },
  'GET /api/attestations': () => ({ as: 'admin', path: '/api/attestations' }),
  'POST /api/attestations': async (world) => {
    await clear()
    return { as: 'admin', path: '/api/attestations', body: await confirm(world) }
  },
  'DELETE /api/attestations/:attestationId': async (world) => {
    await clear()
    const made = await world.people.admin.client.post('/api/attestations', await confirm(world))
    return { as: 'admin', path: `/api/attestations/${made.body.id}` }
  },
}
