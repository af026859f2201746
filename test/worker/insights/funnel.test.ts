import { expect, it } from 'vitest'

import { aProgramme, aStudent, anAdmin, type Person } from '../../support/builders.ts'

const dayMs = 86_400_000
const noon = new Date(Math.floor(Date.now() / dayMs) * dayMs + dayMs / 2)
const onDay = (days: number) => new Date(noon.getTime() + days * dayMs)

async function aCollege(students: number) {
  const programme = await aProgramme()
  const admin = await anAdmin({ in: programme })
  const people: Person[] = []
  for (let n = 0; n < students; n++) people.push(await aStudent({ in: programme }))
  const cohort = async (members: readonly Person[], name = crypto.randomUUID().slice(0, 8)) => {
    const { body } = await admin.client.post('/api/cohorts', { name })
    await fill(body.id, members)
    return body.id as string
  }
  const fill = async (cohortId: string, members: readonly Person[]) => {
    const idsOf = (some: readonly Person[]) => some.map(({ membershipId }) => membershipId)
    const change = {
      add: idsOf(members),
      remove: idsOf(people.filter((person) => !members.includes(person))),
    }
    const set = await admin.client.put(`/api/cohorts/${cohortId}/members`, change)
    expect(set.status).toBe(200)
  }
  const funnel = async (cohortId?: string, day = 0) => {
    const path = `/api/insights/funnel${cohortId ? `?cohortId=${cohortId}` : ''}`
    const { status, body } = await admin.client.get(path, { at: onDay(day) })
    expect(status).toBe(200)
    return body
  }
  return { programme, admin, people, cohort, fill, funnel }
}

const joined = (figures: { steps: { step: string; n: number | null }[] }) =>
  figures.steps.find(({ step }) => step === 'joined')?.n

it('two cohorts that differ by one person: the second is not shown, today or ever', async () => {
  const { people, cohort, funnel } = await aCollege(30)
  const ten = people.slice(0, 10)
  const [one, other, far] = [
    await cohort(ten),
    await cohort(ten.slice(0, 9)),
    await cohort(people.slice(5, 15)),
  ]
  expect(await funnel(one)).toMatchObject({ shown: true })
  expect(await funnel(other)).toEqual({
    day: noon.toISOString().slice(0, 10),
    shown: false,
    steps: [],
    skills: [],
  })
  expect(await funnel(other, 1)).toMatchObject({ shown: false })
  // Five joined and five left, so the groups differ by ten.
  expect(await funnel(far)).toMatchObject({ shown: true })
})

it('a cohort that loses one person shows no figures until that person returns', async () => {
  const { people, cohort, fill, funnel } = await aCollege(30)
  const twelve = people.slice(0, 12)
  const id = await cohort(twelve)
  expect(await funnel(id)).toMatchObject({ shown: true })
  await fill(id, twelve.slice(1))
  // On the same day the answer stays the same; on the next day the group is not shown.
  expect(await funnel(id)).toMatchObject({ shown: true })
  expect(await funnel(id, 1)).toMatchObject({ shown: false })
  await fill(id, twelve)
  expect(await funnel(id, 2)).toMatchObject({ shown: true })
  await fill(id, people.slice(5, 17))
  expect(await funnel(id, 3)).toMatchObject({ shown: true })
  // Reached by a detour, but the same group as on the second day.
  await fill(id, twelve.slice(1))
  expect(await funnel(id, 4)).toMatchObject({ shown: false })
})

it('a cohort that is nearly the whole programme is not shown beside it', async () => {
  const { people, cohort, funnel } = await aCollege(16)
  expect(await funnel(await cohort(people.slice(0, 15)))).toMatchObject({ shown: false })
  expect(await funnel(await cohort(people.slice(0, 12)))).toMatchObject({ shown: false })
  expect(await funnel(await cohort(people.slice(0, 11)))).toMatchObject({ shown: true })
  expect(await funnel(await cohort(people))).toMatchObject({ shown: true })
})

it('counts are rounded to five, hidden under five, and frozen for the day', async () => {
  const { programme, people, cohort, funnel } = await aCollege(13)
  expect(joined(await funnel())).toBe(15)
  const few = await funnel(await cohort(people.slice(0, 4)))
  expect(few.steps.every(({ n }: { n: number | null }) => n === null)).toBe(true)
  for (let n = 0; n < 6; n++) await aStudent({ in: programme })
  expect(joined(await funnel())).toBe(15)
  expect(joined(await funnel(undefined, 1))).toBe(20)
})

it('of two nearly equal cohorts asked for at once, one is shown', async () => {
  const { people, cohort, funnel } = await aCollege(30)
  const ids = [await cohort(people.slice(0, 10)), await cohort(people.slice(0, 11))]
  const answers = await Promise.all(ids.map((id) => funnel(id)))
  expect(answers.filter(({ shown }) => shown)).toHaveLength(1)
})

it("another programme's cohort is not found", async () => {
  const [here, elsewhere] = [await aCollege(1), await aCollege(6)]
  const theirs = await elsewhere.cohort(elsewhere.people)
  const { status } = await here.admin.client.get(`/api/insights/funnel?cohortId=${theirs}`)
  expect(status).toBe(404)
})
