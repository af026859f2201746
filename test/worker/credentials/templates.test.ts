import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'

import { credentialTemplates, credentials } from '../../../worker/credentials/tables.ts'
import { organizations } from '../../../worker/organizations/tables.ts'
import { aDecision, anAward, award, awardOf, sign } from '../../support/awards.ts'
import { type Person, aProgramme, aStudent, db } from '../../support/builders.ts'
import { templatesAgree } from '../../support/templates-agree.ts'
import { isValid } from '../../../tools/restore/verify-credential.ts'
import { didOf } from '../../support/verifying.ts'

templatesAgree()

type Row = typeof credentialTemplates.$inferSelect

/** An award that waits for its signature, with the row of its template. */
async function aPreparedAward(student: Person) {
  const decisionId = await aDecision(student)
  await award(decisionId)
  const prepared = await awardOf(decisionId)
  if (!prepared) throw new Error('Nothing was awarded.')
  return { id: prepared.id, decisionId, template: await templateOf(prepared.templateHash) }
}

async function templateOf(hash: string): Promise<Row> {
  const own = eq(credentialTemplates.hash, hash)
  const row = await db.select().from(credentialTemplates).where(own).get()
  if (!row) throw new Error('No template was stored.')
  return row
}

/** Lets a prepared award name a changed copy of its template. */
async function signFrom(id: string, template: Row): Promise<void> {
  const hash = crypto.randomUUID().replaceAll('-', '').repeat(2)
  await db.insert(credentialTemplates).values({ ...template, hash })
  await db.update(credentials).set({ templateHash: hash }).where(eq(credentials.id, id))
  await sign(id)
}

async function isSignedValidly({ client, organizationId }: Person, id: string): Promise<boolean> {
  const own = eq(organizations.id, organizationId)
  const programme = await db.select().from(organizations).where(own).get()
  const { text } = await client.get(`/api/credentials/${id}/document`)
  return isValid(JSON.parse(text), await didOf(programme?.slug ?? ''))
}

describe('the template of an award', () => {
  it('is compiled and stored by the first award, and shared by the next', async () => {
    const programme = await aProgramme()
    const students = [await aStudent({ in: programme }), await aStudent({ in: programme })] as const
    const [first, second] = [await aPreparedAward(students[0]), await aPreparedAward(students[1])]
    expect(first.template.fixedLines).toContain('"Collaboration"')
    expect(first.template.slotted).toContain('slot:narrative')
    expect(first.template.blank).toContain('slot:identityHash')
    expect(second.template).toEqual(first.template)
    await sign(first.id)
    expect(await isSignedValidly(students[0], first.id)).toBe(true)
  })

  it('is another one after the programme was renamed, and badges of the old one stay valid', async () => {
    const programme = await aProgramme()
    const [before, after] = [await aStudent({ in: programme }), await aStudent({ in: programme })]
    const old = await anAward(before)
    const renamed = { name: 'Riverside "West" College' }
    await db.update(organizations).set(renamed).where(eq(organizations.id, programme.id))
    const { id, template } = await aPreparedAward(after)
    await sign(id)
    expect(template.hash).not.toBe((await awardOf(old.decisionId))?.templateHash)
    expect(template.fixedLines).toContain(String.raw`"Riverside \"West\" College"`)
    expect(await isSignedValidly(before, old.id)).toBe(true)
    expect(await isSignedValidly(after, id)).toBe(true)
  })

  it('signs by the slow path if it was stored before templates were compiled', async () => {
    const student = await aStudent()
    const { id, template } = await aPreparedAward(student)
    await signFrom(id, { ...template, fixedLines: null, slotted: null, blank: null })
    expect(await isSignedValidly(student, id)).toBe(true)
  })

  it('signs nothing from lines that are not those of its award', async () => {
    const { id, decisionId, template } = await aPreparedAward(await aStudent())
    const fixedLines = template.fixedLines?.replace('"Emerging"', '"Emergent"') ?? ''
    expect(fixedLines).not.toBe(template.fixedLines)
    await signFrom(id, { ...template, fixedLines })
    expect(await awardOf(decisionId)).toMatchObject({ state: 'failed', proofValue: null })
  })

  it('never changes', async () => {
    const { template } = await aPreparedAward(await aStudent())
    const change = (row: Partial<Row>) =>
      db.update(credentialTemplates).set(row).where(eq(credentialTemplates.hash, template.hash))
    for (const row of [{ skeleton: '{}' }, { fixedLines: '' }, { slotted: '[]' }, { blank: '[]' }])
      await expect(change(row)).rejects.toThrow()
    expect(await templateOf(template.hash)).toEqual(template)
  })
})
