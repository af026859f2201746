import * as v from 'valibot'

import type { Scene } from './scene.ts'
import type { Stage } from './stage.ts'

const Begun = v.object({ id: v.string() })

/** A claim of past work that is not handed in yet, with two jobs and one part of the account. */
export function pastWorkScenes(stage: Stage, student: string): Scene[] {
  return [
    {
      daysAgo: 2,
      what: `${student} begins a claim of past work`,
      play: async () => {
        const path = '/api/prior-learning-claims'
        const browser = await stage.as(student)
        const { id } = await browser.ask(Begun, 'POST', path, {
          skill: 'collaboration',
          isService: true,
        })
        await browser.put(`${path}/${id}`, {
          isService: true,
          leftSchoolOn: '2016-06',
          jobs: [
            {
              title: 'Army cook',
              organization: '',
              from: '2017-02',
              to: '2021-01-31',
              hoursAWeek: 45,
            },
            { title: 'Help in a food bank', organization: '', from: '2022-03', hoursAWeek: 6 },
          ],
          links: [],
          version: 0,
        })
        await browser.put(`${path}/${id}/parts/agree-the-work`, { text: partWritten, version: 0 })
      },
    },
  ]
}

const partWritten =
  'On an exercise our second stove failed an hour before supper. I told the two of us who were left ' +
  'that I would cook the rice on the one stove, and asked Sam to cut the bread by six.'
