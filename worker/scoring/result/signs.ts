import { isLack } from '../../skills/lacks.ts'
import {
  levels,
  proposedLevel,
  signsAt,
  type Level,
  type RubricCriterion,
  type Sign,
} from '../../skills/rubric.ts'

/** With more than two missing signs, a student would not know where to begin. */
const mostMissing = 2

/**
 * What reviewers saw in an answer, what they found lacking, and at most two signs missing for level
 * 3, or for level 4 if proficient. `ticked` are the indicators that most reviewers ticked, `level`
 * is the one that the result shows.
 */
export function signsOf(
  criterion: RubricCriterion,
  ticked: ReadonlySet<string>,
  level: Level,
  isProficient: boolean,
) {
  return {
    seen: seenSigns(criterion, ticked),
    lacking: tickedSigns(criterion, ticked).filter(({ id }) => isLack(criterion, id)),
    missing: missingAt(criterion, isProficient ? 4 : 3, ticked),
    /** The level is higher than the one that `proposedLevel` gives for the ticks. */
    isAboveSigns: level > proposedLevel(criterion, [...ticked]),
  }
}

/** The ticked signs that speak for the answer, from the lowest level up. */
export function seenSigns(criterion: RubricCriterion, ticked: ReadonlySet<string>): Sign[] {
  return tickedSigns(criterion, ticked).filter(({ id }) => !isLack(criterion, id))
}

function tickedSigns(criterion: RubricCriterion, ticked: ReadonlySet<string>): Sign[] {
  return levels.flatMap((each) => signsAt(criterion, each)).filter(({ id }) => ticked.has(id))
}

/**
 * The signs that are still needed for a level, as in `proposedLevel`: its first one, and all but
 * one of its others.
 */
function missingAt(criterion: RubricCriterion, level: Level, ticked: ReadonlySet<string>): Sign[] {
  const [first, ...others] = signsAt(criterion, level)
  const isMissing = ({ id }: Sign) => !ticked.has(id)
  const rest = others.filter(isMissing)
  const asked = [...(first && isMissing(first) ? [first] : []), ...rest.slice(0, -1)]
  // If none is needed any more, the last sign still makes the answer stronger.
  return (asked.length > 0 ? asked : rest).slice(0, mostMissing)
}
