import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import ProfileForm from '../../web/account/settings/ProfileForm.svelte'
import { day, dayAndTime, exactly, signedDay, span, zone } from '../../web/lib/format/dates.ts'
import { retryTime } from '../../web/lib/format/retry-time.ts'
import { readAs, reader } from '../../web/lib/reader/reader.ts'
import { tellZone } from '../../web/lib/reader/tell-zone.ts'
import Look from '../../web/student/consent/Look.svelte'
import SlotTime from '../../web/ui/hiring/SlotTime.svelte'
import ZoneUnknown from '../../web/ui/feedback/ZoneUnknown.svelte'
import { openPage } from './support/open-page.ts'
import { aSession } from './support/people.ts'
import { answer, freshServer, sent, server } from './support/server.ts'

const plain = (text: string) => text.replace(/[\u202f\u00a0\u2009]/g, ' ')
const unsaid = { language: 'en', region: 'GB', zone: 'UTC', zoneKnown: false } as const
const at = '2026-11-28T00:42:00Z'

/** What some phones and hardened browsers return. */
function browserIn(timeZone: string): void {
  const options = Intl.DateTimeFormat().resolvedOptions()
  vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions').mockReturnValue({
    ...options,
    timeZone,
  })
}

beforeEach(freshServer)
afterEach(() => {
  vi.restoreAllMocks()
  readAs(aSession())
})

test('the account’s zone and region are used, not the browser’s', () => {
  readAs({ reader: { language: 'en', region: 'US', zone: 'America/New_York', zoneKnown: true } })
  expect(plain(exactly(at))).toBe('November 27, 2026 at 7:42 PM EST')
  readAs({ reader: { language: 'en', region: 'GB', zone: 'Asia/Tokyo', zoneKnown: true } })
  expect(plain(dayAndTime(at))).toBe('28 November 2026 at 09:42')
})

test('the time to try again is the reader’s, with the zone’s name on a device in another zone', () => {
  vi.useFakeTimers({ now: new Date('2026-11-28T00:30:00Z'), toFake: ['Date'] })
  readAs({ reader: { language: 'en', region: 'GB', zone: 'America/New_York', zoneKnown: true } })
  browserIn('America/New_York')
  // In UTC, the zone of the tests, midnight passes between the two moments; in New York it does not.
  expect(plain(retryTime(new Date('2026-11-28T00:42:00Z')))).toBe('19:42')
  expect(plain(retryTime(new Date('2026-11-28T05:10:00Z')))).toBe('28 November 2026 at 00:10')
  browserIn('Europe/Madrid')
  expect(plain(retryTime(new Date('2026-11-28T00:42:00Z')))).toBe('27 November 2026 at 19:42 GMT-5')
  vi.useRealTimers()
})

test('a day that the server counted is the same wherever it is read', async () => {
  const session = aSession()
  const kiritimati = { language: 'en', region: 'GB', zone: 'Pacific/Kiritimati', zoneKnown: true }
  readAs({ reader: kiritimati as typeof session.reader })
  const look = { id: '1', organization: 'Harbourline', day: '2026-11-24', kind: 'opened' }
  const page = await openPage(
    Look,
    { look: { ...look, fields: ['skill'], live: true } },
    { session },
  )
  await expect.element(page.getByText(/24 November 2026/)).toBeVisible()
})

test('a badge has the day of its signed file, wherever it is read', () => {
  readAs({ reader: { language: 'en', region: 'GB', zone: 'America/New_York', zoneKnown: true } })
  expect([day(at), signedDay(at)]).toEqual(['27 November 2026', '28 November 2026'])
})

test.each(['Etc/Unknown', 'Mars/Base'])(
  'a browser in %s shows UTC, says so, and sends the server no zone',
  async (unknown) => {
    browserIn(unknown)
    readAs({ reader: unsaid })
    expect([zone(), reader().zoneKnown]).toEqual(['UTC', false])
    vi.restoreAllMocks()
    expect(plain(exactly(at))).toBe('28 November 2026 at 00:42 UTC')

    const page = await openPage(ZoneUnknown, {}, { session: aSession() })
    await expect.element(page.getByText(/all times here are in UTC/)).toBeInTheDocument()
    await expect.element(page.getByRole('link')).toHaveAttribute('href', '/settings')

    browserIn(unknown)
    server.mockImplementation(() => answer({}))
    await tellZone()
    expect(server).not.toHaveBeenCalled()
  },
)

test('a browser that knows its zone sends it, with the country of its language', async () => {
  server.mockImplementation(() => answer({ zone: 'Europe/Paris' }))
  browserIn('Europe/Paris')
  await tellZone()
  expect(sent()).toMatchObject({ zone: 'Europe/Paris' })
})

test('a slot in a zone that this browser does not know is shown in UTC', async () => {
  readAs({ reader: { language: 'en', region: 'GB', zone: 'Asia/Tokyo', zoneKnown: true } })
  const [startsAt, endsAt] = ['2026-12-09T02:00:00Z', '2026-12-09T02:40:00Z']
  const page = await openPage(SlotTime, { startsAt, endsAt, zone: 'Moon/Tranquility' })
  await expect.element(page.getByText(span(startsAt, 40), { exact: true })).toBeInTheDocument()
  await expect.element(page.getByText(/UTC/)).toBeInTheDocument()
  await expect.element(page.getByText(/Moon/)).not.toBeInTheDocument()
})

test('a zone changed in the settings applies to the page at once', async () => {
  server.mockImplementation(() => answer({ version: 2 }))
  const { id, name, email, reading } = aSession().account
  const account = { id, name, email, language: 'en' as const, reading, version: 1 }
  const more = { region: 'GB', zone: 'Europe/London', birthYear: null, birthMonth: null }
  const props = { account: { ...account, ...more } }
  const page = await openPage(ProfileForm, props, { session: aSession() })
  await page.getByLabelText('Time zone').selectOptions('America/Chicago')
  await page.getByLabelText('Country').selectOptions('US')
  await page.getByRole('button', { name: 'Save' }).click()
  await vi.waitFor(() => expect(zone()).toBe('America/Chicago'))
  expect(sent()).toMatchObject({ zone: 'America/Chicago', region: 'US', version: 1 })
  expect(plain(dayAndTime(at))).toBe('November 27, 2026 at 6:42 PM')
})
