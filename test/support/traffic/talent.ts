import { anEmployer } from '../builders.ts'
import { aJob, answers, openToWork, switchOn } from '../hiring.ts'
import type { Ask, Traffic } from './ask.ts'
import { theBadge } from './credentials.ts'
import { sql } from './rows.ts'
import type { World } from './world.ts'

export const talentTraffic: Traffic = {
  'GET /api/visibility': () => student('/api/visibility'),
  'POST /api/visibility': async (world) => {
    const { body } = await world.people.student.client.get('/api/visibility')
    const { version, consentText } = body
    const fields = await fieldsOf(world)
    return student('/api/visibility', { version, textHash: consentText.hash, fields })
  },
  'PUT /api/visibility': async (world) => {
    const { version, fields } = await visible(world)
    return student('/api/visibility', { version, fields })
  },
  'DELETE /api/visibility': async (world) => {
    await visible(world)
    return student('/api/visibility')
  },
  'GET /api/visibility/preview': async (world) => {
    await visible(world)
    return student(`/api/visibility/preview?organizationId=${world.employer.id}&form=full`)
  },
  'POST /api/visibility/previews': async (world) =>
    student('/api/visibility/previews', { fields: await fieldsOf(world), form: 'full' }),
  'GET /api/blocks': () => student('/api/blocks'),
  'POST /api/blocks': () => student('/api/blocks', { domain: aDomain() }),
  'DELETE /api/blocks/:blockId': async ({ people }) => {
    const { body } = await people.student.client.post('/api/blocks', { domain: aDomain() })
    return student(`/api/blocks/${body.blockId}`)
  },
  'GET /api/consents': () => student('/api/consents'),
  'DELETE /api/consents/:consentId': async (world) => {
    await visible(world)
    const { body } = await world.people.student.client.get('/api/consents')
    const { id } = body.consents.find(
      ({ live, purpose }: { live: boolean; purpose: string }) =>
        live && purpose === 'employer-search',
    )
    return student(`/api/consents/${id}`)
  },
  'GET /api/disclosures': () => student('/api/disclosures'),
  'GET /api/openings': () => recruiter('/api/openings'),
  'POST /api/openings': () => recruiter('/api/openings', aJob),
  'PUT /api/openings/:openingId': async ({ once, people }) => {
    const { client } = people.recruiter
    const made = await once('opening', () => client.post('/api/openings', aJob))
    const { openingId } = made.body
    const { body } = await client.get('/api/openings')
    const { version, waiting } = body.openings.find(({ id }: { id: string }) => id === openingId)
    const state = waiting ? 'waiting' : 'approved'
    const changed = { ...aJob, title: `Evening shift ${version}`, version, state }
    return recruiter(`/api/openings/${openingId}`, changed)
  },
  'GET /api/approvals': () => ({ as: 'operator admin', path: '/api/approvals' }),
  'POST /api/approvals': async () => {
    const { id: subjectId } = await anEmployer({ state: 'waiting' })
    const body = {
      subjectKind: 'employer',
      subjectId,
      version: 1,
      decision: 'approved',
      reason: 'Known to us.',
    }
    return { as: 'operator admin', path: '/api/approvals', body }
  },
  'POST /api/searches': ({ openingId }) =>
    recruiter('/api/searches', {
      openingId,
      criteria: {
        skills: { match: 'any', of: [{ skill: 'collaboration', minimumLevel: 3 }] },
      },
    }),
  'POST /api/searches/:searchId/pages': async (world) => {
    await visible(world)
    const { once, people, openingId } = world
    const made = await once('search', () =>
      people.recruiter.client.post('/api/searches', { openingId, criteria: {} }),
    )
    const day = new Date().toISOString().slice(0, 10)
    return recruiter(`/api/searches/${made.body.searchId}/pages`, { day })
  },
  'POST /api/cards/:pseudonym/views': async (world) =>
    recruiter(`/api/cards/${await aPseudonym(world)}/views`, { openingId: world.openingId }),
}

function student(path: string, body?: object): Ask {
  return { as: 'student', path, ...(body && { body }) }
}

function recruiter(path: string, body?: object): Ask {
  return { as: 'recruiter', path, ...(body && { body }) }
}

const aDomain = () => `${crypto.randomUUID()}.example`

async function fieldsOf(world: World) {
  const credentials = [
    {
      credentialId: (await theBadge(world)).id,
      criteria: true,
      excerpt: answers.plan.slice(0, 40),
    },
  ]
  const headline = 'Calm on a busy floor'
  const summary = 'I like a shift that needs two heads.'
  const pay = { payFloor: { amount: 12_000, currency: 'GBP' }, workCountries: ['GB'] }
  return { credentials, headline, summary, regions: ['GB-LDS'], ...openToWork, ...pay }
}

/** Switches visibility on unless it is on. */
export async function visible(world: World) {
  const { student } = world.people
  const fields = await fieldsOf(world)
  const { body } = await student.client.get('/api/visibility')
  if (body.on) return { version: body.version as number, fields }
  const granted = await switchOn(student, fields)
  if (granted.status !== 201) throw new Error(granted.text)
  return { version: granted.body.version as number, fields }
}

/** The employer's pseudonym for the student, stored as a page of its search would. */
export async function aPseudonym(world: World): Promise<string> {
  await visible(world)
  const { people, employer } = world
  const preview = await people.student.client.get(
    `/api/visibility/preview?organizationId=${employer.id}`,
  )
  const { pseudonym } = preview.body.card
  await sql(
    `INSERT INTO pseudonyms (organization_id, student_id, key_id, pseudonym, created_at)
     VALUES (?1, ?2, '1', ?3, 0) ON CONFLICT DO NOTHING`,
    employer.id,
    people.student.id,
    pseudonym,
  )
  return pseudonym
}
