import type { Person } from './builders.ts'

export const badge = (achievement = 'collaboration') => ({ kind: 'credential', achievement })

/** A step of a draft, finished by a badge in collaboration if nothing else is said. */
export const aStep = (title: string, more: object = {}) => ({
  id: crypto.randomUUID(),
  title,
  requirement: { kind: 'all-of', of: [badge()] } as object,
  credit: 0,
  after: [] as string[],
  ...more,
})

interface Design {
  title?: string
  steps?: object[]
}

/** A pathway with its draft saved; its id. */
export async function aDesign(admin: Pick<Person, 'client'>, design: Design = {}): Promise<string> {
  const { title = 'Ready for the ward', steps = [aStep('Work with others')] } = design
  const { body } = await admin.client.post('/api/pathways', { title, kind: 'skill' })
  await saveDraft(admin, body.id, { title, steps })
  return body.id
}

/** Saves a draft over the newest one. */
export async function saveDraft(admin: Pick<Person, 'client'>, id: string, draft: Design) {
  const { body } = await admin.client.get(`/api/pathways/${id}`)
  const { title = body.design.draft.title, steps = [] } = draft
  const version = body.design.version
  return admin.client.put(`/api/pathways/${id}`, { title, steps, version })
}

/** Publishes the draft as it is. */
export async function publish(admin: Pick<Person, 'client'>, id: string) {
  const { body } = await admin.client.get(`/api/pathways/${id}`)
  return admin.client.post(`/api/pathways/${id}/versions`, { version: body.design.version })
}

/** A pathway that students of the admin's programme can choose; its id. */
export async function aPathway(admin: Pick<Person, 'client'>, design?: Design): Promise<string> {
  const id = await aDesign(admin, design)
  const { status, body } = await publish(admin, id)
  if (status !== 201) throw new Error(`Not published: ${JSON.stringify(body)}`)
  return id
}

export const enrol = (student: Pick<Person, 'client'>, pathwayId: string, version = 1) =>
  student.client.post('/api/enrolments', { pathwayId, version })
