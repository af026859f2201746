import type { Topic } from '../../foundation/personal-rows.ts'
import { csvOf } from './csv.ts'
import type { ExportedPart } from './exported-part.ts'
import type { ExportedRow } from './open-rows.ts'

/** The files of an archive, by path. */
export type Files = Record<string, string>

/** A part of the export with its rows. */
export type OpenedPart = readonly [part: ExportedPart, rows: readonly ExportedRow[]]

/** Tables that people look for by name are not in a folder. */
const names: Readonly<Record<string, string>> = {
  audit_entries: 'audit.csv',
  disclosures: 'disclosures.csv',
}

/** The file of a topic, without its ending. */
export const nameOfTopic = (topic: Topic) => (topic === 'technical' ? 'audit' : topic)

/** A JSON file for each topic, and a CSV file for each table in it. What is empty is left out. */
export function topicFiles(parts: readonly OpenedPart[]): Files {
  const filled = parts.filter(([, rows]) => rows.length > 0)
  const tables = filled.map(([part, rows]) => [csvPath(part), csvOf(rows)])
  const topics = [...Map.groupBy(filled, ([{ topic }]) => topic)].map(([topic, ofTopic]) => [
    `${nameOfTopic(topic)}.json`,
    json(Object.fromEntries(ofTopic.map(([{ table }, rows]) => [table, rows]))),
  ])
  return Object.fromEntries([...topics, ...tables])
}

function csvPath({ table, topic }: ExportedPart): string {
  return names[table] ?? `${topic}/${table}.csv`
}

export const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`
