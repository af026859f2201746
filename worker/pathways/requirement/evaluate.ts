import { type Group, type Leaf, type Requirement, isGroup, levelOf } from './requirement.ts'

/** What a person has, for the evaluation of a requirement. */
export interface Facts {
  /** The level of the best live credential, by skill id and by lineage id. */
  credentials: ReadonlyMap<string, number>
  /** The URIs of what the live credentials are aligned to. */
  alignments: ReadonlySet<string>
  /** Credit of the finished steps of this pathway. */
  credit: number
  /** Ids of what was decided proficient or completed. */
  done: Readonly<
    Record<'challenge' | 'knowledge' | 'reflection' | 'prior-learning', ReadonlySet<string>>
  >
  /** What an admin has confirmed for the person. */
  attested: readonly { title: string; by: 'programme' | 'employer' }[]
}

export interface Evaluation {
  met: boolean
  /** How many leaves are missing on the shortest way. */
  steps: number
  /** These leaves: of all-of in the order of its parts, of the others the nearest part first. */
  missing: readonly Leaf[]
}

/**
 * How far a person is from a requirement, by the shortest way. A leaf is 0 or 1 step; all-of is the
 * sum of its parts, any-of the smallest of them, at-least n the sum of the n smallest. Of equal
 * parts the earlier is chosen.
 */
export function evaluate(requirement: Requirement, facts: Facts): Evaluation {
  const missing = missingOf(requirement, facts)
  return { met: missing.length === 0, steps: missing.length, missing }
}

function missingOf(requirement: Requirement, facts: Facts): readonly Leaf[] {
  if (!isGroup(requirement)) return holds(requirement, facts) ? [] : [requirement]
  const parts = requirement.of.map((each) => missingOf(each, facts))
  if (requirement.kind === 'all-of') return parts.flat()
  // Sorting is stable, so of equal parts the earlier stays first.
  const nearest = parts.toSorted((one, other) => one.length - other.length)
  return nearest.slice(0, wantedOf(requirement)).flat()
}

const wantedOf = (group: Group) => (group.kind === 'at-least' ? group.count : 1)

function holds(leaf: Leaf, facts: Facts): boolean {
  switch (leaf.kind) {
    case 'credential':
      return (facts.credentials.get(leaf.achievement) ?? 0) >= levelOf(leaf)
    case 'alignment':
      return facts.alignments.has(leaf.id)
    case 'credit':
      return facts.credit >= leaf.minimum
    case 'attested':
      return facts.attested.some(({ title, by }) => title === leaf.title && by === leaf.by)
    case 'challenge':
    case 'knowledge':
    case 'reflection':
    case 'prior-learning':
      return facts.done[leaf.kind].has(leaf.id)
  }
}
