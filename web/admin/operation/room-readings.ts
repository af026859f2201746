import { figure } from '../../lib/format/figures.ts'
import { m } from '../../paraglide/messages.js'
import { type Operation, type Reading, type ReadingSection, countWords } from './reading.ts'

/** Red while there is still time to do something. */
const nearlyFull = 0.8

/** Measured: 16 by a writing request in the mean of all doors, and some by the notes it leaves. */
const rowsOfAChange = 20

/** Storage and rows a day against what the plan allows, as far as Mettle can know. */
export function roomReadings({ plan, bytes, changesInADay }: Operation): ReadingSection {
  const { rowsWrittenADay } = plan
  return {
    title: m.admin_operations_room_title(),
    fine: planWords(plan),
    readings: [
      size('size', m.admin_operations_size(), bytes.own, plan.bytes),
      size('vault-size', m.admin_operations_vault(), bytes.vault, plan.bytes),
      {
        id: 'changes',
        name: m.admin_operations_changes(),
        value: m.admin_operations_changes_n({ n: countWords(changesInADay) }),
        advice: m.admin_operations_changes_red(),
        topic: m.admin_operations_topic_limit(),
        ...(rowsWrittenADay === null
          ? { isRed: false, fine: m.admin_operations_changes_paid() }
          : {
              ...used(changesInADay.n * rowsOfAChange, rowsWrittenADay),
              fine: m.admin_operations_changes_fine({
                rows: figure(rowsOfAChange),
                all: figure(rowsWrittenADay),
              }),
            }),
      },
    ],
  }
}

function planWords({ name, isLocal }: Operation['plan']): string {
  if (isLocal) return m.admin_operations_room_local()
  return name === 'paid' ? m.admin_operations_room_paid() : m.admin_operations_room_free()
}

const used = (amount: number, all: number) => {
  const share = amount / (all * nearlyFull)
  return { share, isRed: share > 1 }
}

function size(id: string, name: string, bytes: number | null, all: number): Reading {
  const megabytes = (amount: number) => figure(amount / 1_000_000, 1)
  const about = {
    id,
    name,
    advice: m.admin_operations_size_red(),
    topic: m.admin_operations_topic_limit(),
  }
  // If the signer is away, that is red, and not the room that is left.
  if (bytes === null) return { ...about, value: m.admin_operations_size_unknown(), isRed: false }
  const value = m.admin_operations_size_n({ used: megabytes(bytes), all: megabytes(all) })
  return { ...about, value, ...used(bytes, all) }
}

/** This version, and whether both databases are as it needs them. */
export function versionReadings({ versions }: Operation): ReadingSection {
  const { app, applied, expected, vault } = versions
  const vaultName = m.admin_operations_migration_vault()
  const unknown = {
    id: 'vault-migration',
    name: vaultName,
    value: m.admin_operations_migration_unknown(),
    isRed: false,
  }
  return {
    title: m.admin_operations_versions(),
    readings: [
      { id: 'version', name: m.admin_operations_app(), value: app, isRed: false },
      migration('migration', m.admin_operations_migration(), applied, expected),
      vault ? migration('vault-migration', vaultName, vault.applied, vault.expected) : unknown,
    ],
  }
}

function migration(id: string, name: string, applied: string | null, expected: string): Reading {
  const short = (file: string) => file.replace(/\.sql$/, '')
  return {
    id,
    name,
    value: applied === null ? m.admin_operations_migration_none() : short(applied),
    isRed: applied === null || applied < expected,
    advice: m.admin_operations_migration_red({ expected: short(expected) }),
  }
}
