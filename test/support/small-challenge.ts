import type { ChallengeFolder } from '../../tools/scenarios/source/challenge-folder.ts'
import { lintChallenge } from '../../tools/scenarios/lint/challenge.ts'
import { outlineStory } from '../../tools/scenarios/walk/outline-story.ts'
import type { Publication } from '../../worker/scenarios/publish/publish-challenge-version.ts'
import { compileStory } from '../../tools/scenarios/compile-story.ts'

export type FileName = 'challenge' | 'ink' | 'key' | 'calibration' | 'rubric'

const criteria = [
  'agree-the-work',
  'share-what-you-know',
  'work-through-disagreement',
  'weigh-other-views',
]

const challenge = `id: two-boxes
title: Two boxes
summary: Two boxes stand at the door, and the lift is shut until noon.
setting: stairs
skill: collaboration
competencies: [agree-the-work, share-what-you-know, work-through-disagreement, weigh-other-views]
minutes: 11
difficulty: 1
language: en
licence: CC-BY-4.0
author: Mettle contributors
decideWithinDays: 7
prompts:
  plan:
    ask: What do you say to Amara now, and what do you do?
    words: [10, 60]
    evidences: [agree-the-work, share-what-you-know]
  after:
    ask: What do you say to all of them before you go?
    words: [10, 60]
    evidences: [work-through-disagreement, weigh-other-views]
`

const ink = `# title: Two boxes

VAR first = "none" // who was asked
VAR who = "none"
VAR note = "none"

Two boxes stand at the door this morning. # passage: opening
Amara has the key in her hand and looks up.
* [Ask Amara which box is hers. # choice: ask-amara]
  ~ first = "ask"
* [Carry the small box inside now. # choice: carry-small]
  ~ first = "carry"
- -> hall

== hall
{first == "ask":Amara points at the big box behind her.|The small box stands in the hall now.} # passage: hall
The lift is shut until noon, says the paper.
* [Call the man who mends the lift. # choice: call-lift]
  ~ who = "lift"
* [Look for somebody on the stairs. # choice: find-help]
  ~ who = "stairs"
- -> talk

== talk
Now there are three of you in the hall. Amara waits for you to speak. # passage: talk
# response: plan
* [# answered: plan]
- -> stairs

== stairs
Both of the boxes go up the stairs at last. # passage: stairs # final
* [Write a note for the next time. # choice: write-note]
  ~ note = "written"
* [Tell the others about the lift. # choice: tell-others]
  ~ note = "told"
- -> landing

== landing
{first == "ask":The big box stands first in the row.|The small box stands first in the row.} {who == "lift":Behind the wall the lift begins to hum.|Behind you the old stairs creak a little.} # passage: landing
Somebody above you calls down and asks what took so long.
# response: after
* [# answered: after]
- -> ending

== ending
{note == "written":In the evening the note still hangs by the door.|In the evening everybody knows about the lift.} # passage: ending
-> END
`

const key = `facts:
  plan:
    - { says: there are two boxes, told: opening, needed: true }
    - { says: the lift is shut until noon, told: hall, needed: true }
    - { says: the big box is hers, told: hall, after: [ask-amara] }
  after:
    - { says: the boxes went up the stairs, told: stairs, needed: true }
choices:
  ask-amara:
    shows: [weigh-other-views]
    against: [agree-the-work]
    why: Asks the person who has the key. The boxes wait meanwhile.
  carry-small:
    shows: [agree-the-work]
    against: [share-what-you-know]
    why: Takes a task in hand. Nobody knows which box is whose.
  call-lift:
    shows: [share-what-you-know]
    against: [work-through-disagreement]
    why: Finds out when the lift runs. The stairs stay empty.
  find-help:
    shows: [work-through-disagreement]
    against: [share-what-you-know]
    why: Looks for more hands. The lift stays as it is.
  write-note:
    shows: [share-what-you-know]
    against: [weigh-other-views]
    why: Leaves it for those who come. Those present are not asked.
  tell-others:
    shows: [weigh-other-views]
    against: [agree-the-work]
    why: Speaks to those present. Nothing stays for the next time.
`

/** For each level, ticks for which `proposedLevel` gives it. */
const ticksFor: Record<number, string> = { 1: '', 2: '2a', 3: '3a, 3b', 4: '3a, 3b, 4a, 4b' }

/** A polished answer that is weak and a clumsy one that is strong. */
function voiceOf(id: string): string {
  return id === 'low-practice' ? 'polished' : id === 'high-practice' ? 'clumsy' : 'plain'
}

/** Over the four hidden answers, each criterion has each level once. */
const calibration = [
  item('first-hidden', 'hidden', 'ask-amara, call-lift, write-note', [1, 2, 3, 4]),
  item('second-hidden', 'hidden', 'carry-small, call-lift, tell-others', [2, 3, 4, 1]),
  item('third-hidden', 'hidden', 'ask-amara, find-help, write-note', [3, 4, 1, 2]),
  item('fourth-hidden', 'hidden', 'carry-small, find-help, tell-others', [4, 1, 2, 3]),
  item('low-practice', 'practice', 'ask-amara, call-lift, tell-others', [1, 2, 1, 3]),
  item('high-practice', 'practice', 'carry-small, find-help, write-note', [3, 3, 4, 2]),
].join('')

function item(id: string, use: string, path: string, levels: number[]): string {
  const level = (at: number) => `${criteria[at]}: ${levels[at]}`
  const ticks = (at: number) => `${criteria[at]}: [${ticksFor[levels[at] ?? 1]}]`
  return `- id: ${id}
  use: ${use}
  path: [${path}]
  slips: 1
  voice: ${voiceOf(id)}
  border: [agree-the-work]
  ticks: { ${criteria.map((_, at) => ticks(at)).join(', ')} }
  answers:
    plan: I take the ${id} box up and you hold the door for me until I am back.
    after: Next time we ask who has the ${id} key before anybody carries a thing.
  levels: { ${criteria.map((_, at) => level(at)).join(', ')} }
  why:
${criteria.map((name) => `    ${name}: 'It says "${id}" and leaves the rest open.'`).join('\n')}
`
}

const rubric = `skill: collaboration
name: Collaboration
description: Getting something done with others who see it another way.
alignments:
  - { framework: ESCO 1.1.1, code: T4.3, uri: "http://data.europa.eu/esco/skill/036afa6e-cdde-4b38-a53a-8e7910a840e1", name: work in teams }
criteria:
${criteria.map(criterion).join('')}`

function criterion(competency: string): string {
  const level = (n: number) =>
    n === 1
      ? '      1: { words: Level 1 of it., limits: [Hopes in place of facts] }'
      : `      ${n}: { words: Level ${n} of it., indicators: { ${n}a: First thing, ${n}b: Second thing, ${n}c: Third thing } }`
  return `  - competency: ${competency}
    name: ${competency.replaceAll('-', ' ')}
    description: What ${competency} is about.
    levels:
${[1, 2, 3, 4].map(level).join('\n')}
`
}

const texts: Record<FileName, string> = { challenge, ink, key, calibration, rubric }
const names: Record<FileName, string> = {
  challenge: 'challenge.yaml',
  ink: 'scenario.ink',
  key: 'key.yaml',
  calibration: 'calibration.yaml',
  rubric: 'rubric.yaml',
}

/** Replaces `from` in one file of the folder; throws if `from` is not there. */
export type Edit = [file: FileName, from: string, to: string]

/** The smallest publishable challenge, with edits. Its skill and id can be changed. */
export function smallFolder(edits: readonly Edit[] = [], path = 'collaboration/two-boxes') {
  const edited = { ...texts }
  for (const [file, from, to] of edits) {
    if (!edited[file].includes(from)) throw new Error(`"${from}" is not in ${file}.`)
    edited[file] = edited[file].replace(from, () => to)
  }
  const source = (name: FileName) => ({ file: names[name], text: edited[name] })
  return {
    path,
    challenge: source('challenge'),
    ink: source('ink'),
    key: source('key'),
    calibration: source('calibration'),
    rubric: source('rubric'),
    compiled: compileStory(edited.ink),
  } satisfies ChallengeFolder
}

/** A publication with its own id. */
export function aPublication(id = 'two-boxes', edits: readonly Edit[] = []): Publication {
  const own: Edit[] = [['challenge', 'id: two-boxes', `id: ${id}`], ...edits]
  const { findings, publishable } = lintChallenge(smallFolder(own, `collaboration/${id}`))
  if (!publishable) throw new Error(JSON.stringify(findings))
  return {
    version: publishable.version,
    outline: outlineStory(publishable.exploration, publishable.version.challenge.prompts),
  }
}
