import { readFileSync } from 'node:fs'

import { expect, it } from 'vitest'

import { minutesPerReview } from '../../../worker/scenarios/catalogue/catalogue.ts'

const texts: [file: string, key: string][] = [
  ['account', 'account_join_open_mentor_hint'],
  ['account', 'account_invitation_lead_mentor'],
  ['mails', 'mails_work_waits_more'],
  ['pages', 'pages_mentors_time_text'],
  ['reviews', 'reviews_minutes_each'],
  ['student', 'student_next_owed'],
]

it.each(texts)('%s.json: %s gives the same review time as the calculations', (file, key) => {
  const words = JSON.parse(readFileSync(`web/messages/en/${file}.json`, 'utf8'))[key]
  expect(words).toContain(`bout ${minutesPerReview} minutes`)
})
