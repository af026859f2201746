import { foundCollege, firstVisit, join } from './people.ts'
import type { Stage } from './stage.ts'
import type { Demo } from './texts.ts'
import type { Scene } from './scene.ts'

/** The college is founded, its first admin invites people, and they join; the newest this week. */
export function collegeScenes(stage: Stage, demo: Demo): Scene[] {
  const { admins, mentors, students } = demo.people
  const [first, ...otherAdmins] = admins
  const byAdmin = first?.id ?? ''
  const cohorts = new Map<string, string>()
  const invite = async (emails: string[], role: string, cohort?: string) => {
    const admin = await stage.as(byAdmin)
    const cohortId = cohort === undefined ? {} : { cohortId: cohorts.get(cohort) }
    await admin.post('/api/invitations', { emails, role, ...cohortId })
    await stage.settle()
  }
  const early = students.filter(({ stage }) => stage === 'waiting' || stage === 'decided')
  const late = students.filter((student) => !early.includes(student))

  return [
    {
      daysAgo: 21,
      what: 'the college is founded',
      play: async () => {
        for (const [id, own] of await foundCollege(stage, demo)) cohorts.set(id, own)
        await invite(
          otherAdmins.map(({ email }) => email),
          'admin',
        )
        await invite(
          mentors.map(({ email }) => email),
          'mentor',
        )
        for (const { id } of demo.people.cohorts) {
          const invited = early.filter(({ cohort }) => cohort === id)
          await invite(
            invited.map(({ email }) => email),
            'student',
            id,
          )
        }
      },
    },
    ...[...otherAdmins, ...mentors].map((person, index) => ({
      daysAgo: 20.5 - index * 0.3,
      what: `${person.id} joins`,
      play: () => join(stage, person),
    })),
    {
      daysAgo: 19,
      what: 'the open programme starts',
      // The account that makes the open programme becomes its admin too. The admin on the list of
      // /sign-in has only the role in the college, so another admin makes it.
      play: async () => {
        const admin = await stage.as(otherAdmins[0]?.id ?? byAdmin)
        await admin.post('/api/open-programme', { name: demo.people.college.openProgramme })
      },
    },
    ...early.map((student, index) => ({
      daysAgo: 18.8 - index * 0.45,
      what: `${student.id} joins`,
      play: () => join(stage, student),
    })),
    ...late.map((student, index) => lateComer(stage, student, 4.2 - index * 0.7, invite)),
    ...mentors.flatMap(({ id, coaches }) =>
      coaches.map((student) => ({
        daysAgo: early.some((one) => one.id === student) ? 12.4 : 1.4,
        what: `${id} coaches ${student}`,
        play: async () => {
          const ids = {
            mentorId: stage.person(id).accountId,
            studentId: stage.person(student).accountId,
          }
          await (await stage.as(byAdmin)).post('/api/coachings', ids)
        },
      })),
    ),
  ]
}

type Student = Demo['people']['students'][number]
type Invite = (emails: string[], role: string, cohort: string) => Promise<void>

/** A student who was invited this week, and who joins if they play in the demo. */
function lateComer(stage: Stage, student: Student, daysAgo: number, invite: Invite): Scene {
  const isNew = student.stage === 'invited' && student.path !== undefined
  return {
    daysAgo: isNew ? 0.1 : daysAgo,
    what: `${student.id} is invited`,
    play: async () => {
      await invite([student.email], 'student', student.cohort)
      if (student.stage === 'playing') await join(stage, student)
      // The list on /sign-in can only have people with an account.
      if (isNew) await firstVisit(stage, student)
    },
  }
}
