import * as m from '../../../web/paraglide/messages/_index.js'
import { day } from '../../foundation/reader/dates.ts'
import type { Reader } from '../../foundation/reader/reader.ts'
import { type Plain, say } from '../../http/say.ts'

/** What each file or folder of an archive holds, in the order in which the readme lists them. */
const contents: Readonly<Record<string, Plain>> = {
  'account.json': m.export_topic_account,
  'sign-in.json': m.export_topic_sign_in,
  'notices.json': m.export_topic_notices,
  'answers.json': m.export_topic_answers,
  'results.json': m.export_topic_results,
  'reviews.json': m.export_topic_reviews,
  'badges.json': m.export_topic_badges,
  'credentials/': m.export_credentials,
  'visibility.json': m.export_topic_visibility,
  'consents.json': m.export_topic_consents,
  'disclosures.csv': m.export_disclosures,
  'interviews.json': m.export_topic_interviews,
  'interviews.ics': m.export_calendar,
  'audit.json': m.export_topic_audit,
}

/** The text that explains an archive with files at these paths, for its owner. */
export function readme(reader: Reader, now: Date, paths: readonly string[]): string {
  const listed = Object.entries(contents)
    .filter(([name]) => paths.some((path) => path.startsWith(name)))
    .map(([name, words]) => `${name}: ${say(reader, words)}`)
  const date = day(reader, now)
  const paragraphs = [
    say(reader, m.export_title),
    [say(reader, m.export_made, { date }), say(reader, m.export_what)].join('\n'),
    [say(reader, m.export_files), ...listed].join('\n'),
    say(reader, m.export_missing),
    [m.export_forms, m.export_times, m.export_safe].map((words) => say(reader, words)).join('\n'),
  ]
  // Simple text editors on Windows need both signs at the end of a line.
  return `${paragraphs.join('\n\n')}\n`.replaceAll('\n', '\r\n')
}
