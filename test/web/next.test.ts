import { expect, test } from 'vitest'

import { nextOf } from '../../web/admin/home/next.ts'

const settled = {
  cohorts: 1,
  hasStudents: true,
  hasMentors: true,
  invited: { student: 0, mentor: 0 },
  waiting: 0,
  late: 0,
  noMentor: 0,
  noReviewer: 0,
  questions: 0,
}

test.each([
  ['nobody can decide', { noMentor: 1 }, '/people?as=mentor#invite'],
  ['there is no mentor', { hasMentors: false }, '/people?as=mentor#invite'],
  ['there is no student', { hasStudents: false }, '/people?as=student#invite'],
  ['another programme has asked', { questions: 1, late: 1 }, '/people#sharing'],
  ['there is no cohort', { cohorts: 0 }, '/cohorts'],
])('where %s, the next step leads to where it is done', (_, facts, href) => {
  expect(nextOf({ ...settled, ...facts }).href).toBe(href)
})

test('people already invited are not to be invited again', () => {
  const invited = { student: 0, mentor: 2 }
  const lacking = { ...settled, hasMentors: false, hasStudents: false, invited }
  expect(nextOf(lacking).href).toBe('/people?as=student#invite')
  const waiting = nextOf({ ...lacking, hasStudents: true })
  expect(waiting).toMatchObject({
    title: '2 mentors you invited have not joined yet',
    href: '/people#invited',
  })
  expect(nextOf({ ...lacking, hasStudents: true, late: 1 }).href).toBe('#late')
})
