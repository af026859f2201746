import { compileStory } from '../../tools/scenarios/compile-story.ts'
import type { Measured } from '../../tools/scenarios/measure/measured.ts'
import { readChallengeFolder } from '../../tools/scenarios/source/challenge-folder.ts'
import { exploreStory } from '../../tools/scenarios/walk/explore-story.ts'
import { type Edit, smallFolder } from './small-challenge.ts'

/** The smallest challenge with edits, ready to be measured. It need not be publishable. */
export function aMeasured(edits: readonly Edit[] = [], notes = ''): Measured {
  return measuredFrom(smallFolder(edits), notes)
}

/**
 * Eight decisions between two choices. Only the path with the first choice every time reaches
 * `rare`. Each first choice shows the competency `shown`, each second one counts against it. `says`
 * is the line before each decision.
 */
export function aGuessable(shown: string, says = 'What now?'): Measured {
  const numbers = Array.from({ length: 8 }, (_, at) => at)
  const ink = [
    '# title: Two boxes\nVAR firsts = 0\n-> d0',
    ...numbers.map(
      (at) =>
        `== d${at}\n${says} # passage: d${at}\n* [Go up. # choice: up-${at}]\n  ~ firsts = firsts + 1\n* [Go down. # choice: down-${at}]\n- -> ${at < 7 ? `d${at + 1}` : 'done'}`,
    ),
    '== done\n{firsts == 8:-> rare|-> usual}',
    '== rare\nUp. # passage: rare\n-> END',
    '== usual\nDown. # passage: usual\n-> END\n',
  ].join('\n')
  const key = numbers.map(
    (at) =>
      `  up-${at}: { shows: [${shown}], against: [agree-the-work], why: Goes up. }\n  down-${at}: { shows: [agree-the-work], against: [${shown}], why: Goes down. }\n`,
  )
  const folder = smallFolder([
    ['challenge', 'What do you say to Amara now, and what do you do?', 'So?'],
    ['challenge', 'What do you say to all of them before you go?', 'And?'],
  ])
  return measuredFrom({
    ...folder,
    ink: { ...folder.ink, text: ink },
    key: { ...folder.key, text: `choices:\n${key.join('')}` },
    compiled: compileStory(ink),
  })
}

function measuredFrom(folder: ReturnType<typeof smallFolder>, notes = ''): Measured {
  const read = readChallengeFolder(folder)
  if ('findings' in read) throw new Error(JSON.stringify(read.findings))
  if (!('story' in folder.compiled)) throw new Error(JSON.stringify(folder.compiled.errors))
  const exploration = exploreStory(folder.compiled.story)
  return { id: read.challenge.content.id, read, exploration, notes }
}
