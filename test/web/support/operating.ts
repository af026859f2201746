import type { Operation } from '../../../web/admin/operation/reading.ts'

export const now = '2026-11-25T18:00:00.000Z'
export const minutesAgo = (minutes: number) =>
  new Date(Date.parse(now) - minutes * 60_000).toISOString()

const noCount = { n: 0, more: false, since: null }

/** An instance with nothing to complain about. */
export const allWell: Operation = {
  tickedAt: minutesAgo(1),
  backedUpAt: minutesAgo(600),
  due: [0, 1, 2].map((lane) => ({ lane, ...noCount })),
  failing: [],
  mail: {
    carrier: 'platform',
    last24Hours: { sent: 38, quota: 0, suppressed: 1, refused: 0, unknown: 1 },
    last7Days: { sent: 240, quota: 0, suppressed: 2, refused: 0, unknown: 3 },
    fullAt: null,
    waiting: 0,
    suppressed: { bounced: 2, complained: 0, blocked: 0 },
  },
  brokenPromises: noCount,
  mentorMinutes: { wanted: 40, givenInAWeek: 120 },
  signer: { ok: true },
  unsigned: noCount,
  oldestListSignedAt: minutesAgo(300),
  plan: {
    name: 'free',
    isLocal: false,
    bytes: 500_000_000,
    rowsReadADay: 5_000_000,
    rowsWrittenADay: 100_000,
  },
  bytes: { own: 12_400_000, vault: 100_000 },
  changesInADay: { n: 812, more: false },
  versions: {
    app: '0.1.0',
    applied: '0049_operations.sql',
    expected: '0049_operations.sql',
    vault: { applied: '0003_wrapping_epochs.sql', expected: '0003_wrapping_epochs.sql' },
  },
}

export const noDead = { notes: [], total: 0, dropped: [] }
