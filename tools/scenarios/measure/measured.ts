import type { ReadFolder } from '../source/challenge-folder.ts'
import type { Exploration } from '../walk/explore-story.ts'

/** A challenge with everything that can be measured in it. */
export interface Measured {
  /** The id of the challenge. */
  id: string
  read: ReadFolder
  exploration: Exploration
  /** The page of the challenge in docs/content/, or nothing. */
  notes: string
}

/** One table of measures.md. */
export interface Measure {
  title: string
  /** What the figures mean, and how they are counted. */
  means: string
  /** What must hold; undefined for figures that are shown and not judged. */
  bound?: string
  columns: readonly string[]
  rows: readonly MeasureRow[]
}

export interface MeasureRow {
  cells: readonly string[]
  /** The figures of this row that are past the bound. */
  past?: readonly PastBound[]
}

export interface PastBound {
  /** What `answered` calls it, after `measures.md`. */
  name: string
  problem: string
  cure: string
  /** The challenges that it is about. Each of them may answer it. */
  folders: readonly ReadFolder[]
}
