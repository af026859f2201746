import type { ReadFolder } from '../source/challenge-folder.ts'
import type { Exploration } from '../walk/explore-story.ts'

/** A challenge with everything that can be measured in it. */
export interface Measured {
  /** The id of the challenge. */
  id: string
  read: ReadFolder
  exploration: Exploration
  /** The text of the challenge's page in docs/content/; empty if there is no page. */
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
  /** The name of the figure in an `answered` entry, after `measures.md `. */
  name: string
  problem: string
  cure: string
  /** The challenges that the figure is about. Any of them may explain it in `answered`. */
  folders: readonly ReadFolder[]
}
