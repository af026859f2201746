import * as v from 'valibot'

import { whole } from '../../foundation/text/input.ts'
import { invalidInput } from '../../http/problems.ts'
import {
  requirementEmpty,
  requirementRepeats,
  requirementTooDeep,
  requirementUnknownTarget,
} from '../problems.ts'
import { Leaf, type Requirement, isGroup, levelOf } from './requirement.ts'

const deepest = 5
const mostNodes = 100
const mostInGroup = 20

const GroupShape = v.variant('kind', [
  v.strictObject({ kind: v.picklist(['all-of', 'any-of']), of: v.array(v.unknown()) }),
  v.strictObject({
    kind: v.literal('at-least'),
    count: whole(1, mostInGroup),
    of: v.array(v.unknown()),
  }),
])

/**
 * Reads a requirement that somebody sent. `isKnown` says whether what a leaf names exists: a skill,
 * achievement, challenge or module. Throws 422: `requirement-empty`, `requirement-too-deep` (more
 * than five levels, leaves counted), `requirement-repeats`, `requirement-unknown-target`, and
 * `invalid-input` for anything else, such as more than 100 nodes or a count above the group's
 * length.
 */
export function parseRequirement(sent: unknown, isKnown: (leaf: Leaf) => boolean): Requirement {
  const requirement = read(sent, 1, { nodes: 0 })
  if (!leavesOf(requirement).every(isKnown)) throw requirementUnknownTarget()
  return requirement
}

function read(sent: unknown, depth: number, seen: { nodes: number }): Requirement {
  if (depth > deepest) throw requirementTooDeep()
  seen.nodes += 1
  if (seen.nodes > mostNodes) throw invalidInput()
  if (!isObject(sent) || !('of' in sent)) return checked(Leaf, sent)

  const group = checked(GroupShape, sent)
  if (group.of.length === 0) throw requirementEmpty()
  if (group.of.length > mostInGroup) throw invalidInput()
  if (group.kind === 'at-least' && group.count > group.of.length) throw invalidInput()
  const of = group.of.map((each) => read(each, depth + 1, seen))
  if (repeats(of)) throw requirementRepeats()
  return { ...group, of }
}

/** The message of an issue could repeat what was sent, so none is passed on. */
function checked<Schema extends v.GenericSchema>(schema: Schema, sent: unknown) {
  const result = v.safeParse(schema, sent)
  if (!result.success) throw invalidInput()
  return result.output
}

const isObject = (sent: unknown): sent is object => typeof sent === 'object' && sent !== null

function repeats(of: readonly Requirement[]): boolean {
  const leaves = of.filter((each) => !isGroup(each)).map(keyOf)
  return new Set(leaves).size < leaves.length
}

/** Equal for two leaves that ask for the same thing. */
function keyOf(leaf: Leaf): string {
  const { kind } = leaf
  if (kind === 'credential') return JSON.stringify([kind, leaf.achievement, levelOf(leaf)])
  if (kind === 'credit') return JSON.stringify([kind, leaf.minimum])
  return JSON.stringify(kind === 'attested' ? [kind, leaf.title, leaf.by] : [kind, leaf.id])
}

const leavesOf = (requirement: Requirement): Leaf[] =>
  isGroup(requirement) ? requirement.of.flatMap(leavesOf) : [requirement]
