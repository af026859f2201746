import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { mostStates } from '../../../tools/scenarios/walk/explore-story.ts'
import { readFolders } from '../../../tools/scenarios/read-folders.ts'
import { lintChallenge } from '../../../tools/scenarios/lint/challenge.ts'
import { type Edit, type FileName, smallFolder } from '../../support/small-challenge.ts'

interface Broken {
  title: string
  edits: Edit[]
  /** The file, and words of the line that the finding points at. */
  at: [FileName, string]
  problem: RegExp
  path?: string
}

const spin = `- -> talk

== spin
~ who = who
-> spin

== talk`

const broken: Broken[] = [
  {
    title: 'a story that ink cannot compile',
    edits: [['ink', '- -> hall', '- -> hal']],
    at: ['ink', '- -> hal'],
    problem: /^ink: Divert target not found/,
  },
  {
    title: 'an unknown tag',
    edits: [['ink', '# passage: stairs # final', '# passage: stairs # mood: calm']],
    at: ['ink', '# mood: calm'],
    problem: /tag mood is not known/,
  },
  {
    title: 'a timer, for now',
    edits: [['ink', '# passage: stairs # final', '# passage: stairs # seconds: 60']],
    at: ['ink', '# seconds: 60'],
    problem: /timers do not work yet/,
  },
  {
    title: 'a title that differs from challenge.yaml',
    edits: [['ink', '# title: Two boxes', '# title: Three boxes']],
    at: ['ink', '# title: Three boxes'],
    problem: /The title is "Three boxes"/,
  },
  {
    title: 'a missing title',
    edits: [['ink', '# title: Two boxes\n', '']],
    at: ['ink', ''],
    problem: /The title is missing/,
  },
  {
    title: 'a passage id used twice',
    edits: [['ink', '# passage: talk', '# passage: hall']],
    at: ['ink', 'Now there are three of you'],
    problem: /passage hall is here twice/,
  },
  {
    title: 'a choice id used twice',
    edits: [['ink', '# choice: find-help', '# choice: call-lift']],
    at: ['ink', 'Look for somebody'],
    problem: /choice call-lift is here twice/,
  },
  {
    title: 'an id that is not kebab-case',
    edits: [['ink', '# passage: talk', '# passage: The_Talk']],
    at: ['ink', 'The_Talk'],
    problem: /"The_Talk" is not an id/,
  },
  {
    title: 'a screen without a passage',
    edits: [['ink', ' # passage: talk', '']],
    at: ['ink', 'Now there are three of you'],
    problem: /has no passage/,
  },
  {
    title: 'a passage that is not on its first line',
    edits: [
      ['ink', ' # passage: talk', ''],
      ['ink', '# response: plan', 'She waits longer. # passage: talk\n# response: plan'],
    ],
    at: ['ink', '# passage: talk'],
    problem: /not on its screen's first line/,
  },
  {
    title: 'two passages on one screen',
    edits: [['ink', '# response: plan', 'She waits. # passage: wait\n# response: plan']],
    at: ['ink', '# passage: wait'],
    problem: /talk and wait are on one screen/,
  },
  {
    title: 'a passage inside a block',
    edits: [
      [
        'ink',
        'Now there are three of you in the hall. Amara waits for you to speak. # passage: talk',
        '{\n- who == "lift":\n  You wait for the man with Amara. # passage: talk\n- else:\n  You wait on the stairs. # passage: talk-two\n}',
      ],
    ],
    at: ['ink', '# passage: talk'],
    problem: /passage talk is inside a block/,
  },
  {
    title: 'a choice without an id',
    edits: [['ink', ' # choice: find-help', '']],
    at: ['ink', 'Look for somebody'],
    problem: /The choice "Look for somebody on the stairs\." has no id/,
  },
  {
    title: 'a prompt that challenge.yaml does not know',
    edits: [['ink', '# response: plan', '# response: plans']],
    at: ['ink', '# response: plans'],
    problem: /prompt plans is not in challenge.yaml/,
  },
  {
    title: 'a prompt that is never asked',
    edits: [
      [
        'challenge',
        '  after:\n',
        '  later: { ask: "Then?", words: [10, 60], evidences: [agree-the-work] }\n  after:\n',
      ],
    ],
    at: ['challenge', 'later:'],
    problem: /prompt later is never asked/,
  },
  {
    title: 'a prompt without its answer',
    edits: [['ink', '* [# answered: plan]', '* [Go on now please. # choice: go-on]']],
    at: ['ink', '# response: plan'],
    problem: /After the prompt plan/,
  },
  {
    title: 'an answer to nothing',
    edits: [['ink', '# response: plan\n', '']],
    at: ['ink', '# answered: plan'],
    problem: /plan is answered where nothing is asked/,
  },
  {
    title: 'a choice without a note in the key',
    edits: [['key', '  find-help:', '  find-helper:']],
    at: ['ink', '# choice: find-help'],
    problem: /choice find-help has no note/,
  },
  {
    title: 'a note without a choice',
    edits: [['key', '  find-help:', '  find-helper:']],
    at: ['key', 'find-helper'],
    problem: /has no choice find-helper/,
  },
  {
    title: 'a key that names another skill’s competency',
    edits: [['key', 'shows: [weigh-other-views]', 'shows: [try-small]']],
    at: ['key', 'try-small'],
    problem: /try-small is not judged here/,
  },
  {
    title: 'a choice that is for and against the same',
    edits: [['key', 'against: [share-what-you-know]', 'against: [agree-the-work]']],
    at: ['key', 'against: [agree-the-work]'],
    problem: /agree-the-work is on both sides/,
  },
  {
    title: 'a member that nobody knows',
    edits: [['challenge', 'difficulty: 1', 'difficulty: 1\npoints: 10']],
    at: ['challenge', 'points: 10'],
    problem: /points is not known here/,
  },
  {
    title: 'a member that is missing',
    edits: [['challenge', 'setting: stairs\n', '']],
    at: ['challenge', ''],
    problem: /setting is missing/,
  },
  {
    title: 'a key said twice',
    edits: [['challenge', 'minutes: 11', 'minutes: 11\nminutes: 14']],
    at: ['challenge', 'minutes: 14'],
    problem: /Map keys must be unique/,
  },
  {
    title: 'an anchor',
    edits: [['challenge', 'setting: stairs', 'setting: &place stairs']],
    at: ['challenge', '&place'],
    problem: /is an anchor/,
  },
  {
    title: 'an id that is not the folder’s',
    edits: [],
    path: 'collaboration/three-boxes',
    at: ['challenge', 'id: two-boxes'],
    problem: /the folder is three-boxes/,
  },
  {
    title: 'a skill that is not the folder’s',
    edits: [],
    path: 'empathy/two-boxes',
    at: ['challenge', 'skill: collaboration'],
    problem: /the folder is in empathy/,
  },
  {
    title: 'a competency of another skill',
    edits: [['challenge', 'competencies: [agree-the-work, ', 'competencies: [look-ahead, ']],
    at: ['challenge', 'look-ahead'],
    problem: /look-ahead is not a competency of collaboration/,
  },
  {
    title: 'a second reader who is a placeholder',
    edits: [['challenge', 'decideWithinDays: 7', 'decideWithinDays: 7\nreviewedBy: TBD']],
    at: ['challenge', 'reviewedBy'],
    problem: /"TBD" is not a second reader/,
  },
  {
    title: 'a second reader who is the author',
    edits: [
      ['challenge', 'author: Mettle contributors', 'author: Ada Boateng\nreviewedBy: ada boateng'],
    ],
    at: ['challenge', 'reviewedBy'],
    problem: /is not a second reader/,
  },
  {
    title: 'minutes that words and prompts do not make',
    edits: [['challenge', 'minutes: 11', 'minutes: 20']],
    at: ['challenge', 'minutes: 20'],
    problem: /It says 20 minutes, but words and prompts take about 1\d/,
  },
  {
    title: 'a passage that no way leads to',
    edits: [
      [
        'ink',
        '== ending',
        '== attic\nAn attic full of other boxes. # passage: attic\n-> END\n\n== ending',
      ],
    ],
    at: ['ink', '# passage: attic'],
    problem: /passage attic is never reached/,
  },
  {
    title: 'a way that comes back to where it was',
    edits: [
      ['ink', '* [Call the man', '+ [Call the man'],
      ['ink', '* [Look for somebody', '+ [Look for somebody'],
      ['ink', '* [# answered: plan]\n- -> stairs\n', '+ [# answered: plan]\n- -> hall\n'],
    ],
    at: ['ink', '# passage: talk'],
    problem: /can go from talk back to talk without end/,
  },
  {
    title: 'a turn that never ends',
    edits: [['ink', '- -> talk\n\n== talk', spin.replace('- -> talk', '- -> spin')]],
    at: ['ink', '# choice: call-lift'],
    problem: /more than 2,000 steps.*After: ask-amara, call-lift/,
  },
  {
    title: 'a way that breaks off',
    // Choices marked * can be taken once, so after two or three rounds none is left.
    edits: [['ink', '- -> stairs\n', '- -> hall\n']],
    at: ['ink', '# choice: find-help'],
    problem: /stops before.*call-lift, plan, find-help/,
  },
  {
    title: 'a way that ink itself sees breaking off',
    edits: [['ink', '# passage: ending\n-> END', '# passage: ending']],
    at: ['ink', '# passage: ending'],
    problem: /loose end/,
  },
  {
    title: 'fewer than three decisions',
    edits: [
      [
        'ink',
        '* [Write a note for the next time. # choice: write-note]\n  ~ note = "written"\n',
        '',
      ],
      [
        'ink',
        '* [Tell the others about the lift. # choice: tell-others]\n  ~ note = "told"\n- -> landing',
        '-> landing',
      ],
      ['ink', ' # passage: landing', ''],
    ],
    at: ['ink', '# title'],
    problem: /Decisions on one path: 2, at least 3 needed/,
  },
  {
    title: 'fewer than two prompts',
    edits: [
      ['ink', '# response: after\n* [# answered: after]\n- -> ending', '-> ending'],
      ['ink', ' # passage: ending', ''],
    ],
    at: ['ink', '# title'],
    problem: /Written answers on one path: 1, at least 2/,
  },
  {
    title: 'a competency that nothing asks for',
    edits: [
      [
        'challenge',
        'evidences: [work-through-disagreement, weigh-other-views]',
        'evidences: [weigh-other-views]',
      ],
    ],
    at: ['challenge', 'prompts:'],
    problem: /Nothing asks for work-through-disagreement on the path/,
  },
  {
    title: 'a decision with one choice',
    edits: [
      [
        'ink',
        '* [Carry the small box inside now. # choice: carry-small]\n  ~ first = "carry"\n',
        '',
      ],
    ],
    at: ['ink', '# choice: ask-amara'],
    problem: /Choices in this decision: 1/,
  },
  {
    title: 'a decision with five choices',
    edits: [
      [
        'ink',
        '* [Look for somebody',
        ['a', 'b', 'c']
          .map((id) => `* [Wait here for a while now. # choice: wait-${id}]\n`)
          .join('') + '* [Look for somebody',
      ],
    ],
    at: ['ink', '# choice: call-lift'],
    problem: /Choices in this decision: 5/,
  },
  {
    title: 'EXTERNAL',
    edits: [['ink', 'VAR who', 'EXTERNAL dice()\nVAR who']],
    at: ['ink', 'EXTERNAL dice'],
    problem: /EXTERNAL does not work here/,
  },
  {
    title: 'RANDOM',
    edits: [['ink', '~ who = "lift"', '~ who = "lift{RANDOM(1,6)}"']],
    at: ['ink', 'RANDOM(1,6)'],
    problem: /RANDOM does not work here/,
  },
  {
    title: 'SEED_RANDOM',
    edits: [['ink', '~ who = "lift"', '~ SEED_RANDOM(4)']],
    at: ['ink', 'SEED_RANDOM'],
    problem: /SEED_RANDOM does not work here/,
  },
  {
    title: 'a shuffle',
    edits: [['ink', 'Both of the boxes', '{~Both|All} of the boxes']],
    at: ['ink', '{~Both|All}'],
    problem: /a shuffle does not work here/,
  },
  {
    title: 'a shuffle over several lines',
    edits: [
      [
        'ink',
        'Somebody above you',
        '{shuffle:\n- A door shuts.\n- A dog barks.\n}\nSomebody above you',
      ],
    ],
    at: ['ink', '{shuffle:'],
    problem: /a shuffle does not work here/,
  },
  {
    title: 'a choice that its length gives away',
    edits: [
      [
        'ink',
        'Carry the small box inside now.',
        'Carry the small box inside now and then come back to help her with it.',
      ],
    ],
    at: ['ink', 'Carry the small box'],
    problem: /longest choice has 15 words, and the shortest has 6/,
  },
  {
    title: 'choices that never come back',
    edits: [
      [
        'ink',
        '{first == "ask":The big box stands first in the row.|The small box stands first in the row.} ',
        '',
      ],
    ],
    at: ['ink', '# title'],
    problem: /Decisions that come back two or more screens later: 2/,
  },
  {
    title: 'a sentence that is too long',
    edits: [
      [
        'ink',
        'Both of the boxes go up the stairs at last.',
        `Both of the boxes ${'go up and '.repeat(9)}stop.`,
      ],
    ],
    at: ['ink', 'go up and go up'],
    problem: /A sentence of 32 words/,
  },
  {
    title: 'words that are too hard',
    edits: [
      [
        'ink',
        'The lift is shut until noon, says the paper.',
        'Institutional communication necessitates organizational accountability. '.repeat(12),
      ],
    ],
    at: ['ink', '# title'],
    problem: /reading grade is/,
  },
  {
    title: 'too few hidden answers',
    edits: [['calibration', 'use: hidden', 'use: practice']],
    at: ['calibration', ''],
    problem: /Hidden answers: 3/,
  },
  {
    title: 'too few practice answers',
    edits: [['calibration', 'use: practice', 'use: hidden']],
    at: ['calibration', ''],
    problem: /Practice answers: 1/,
  },
  {
    title: 'practice answers that are alike',
    edits: [
      [
        'calibration',
        'agree-the-work: 1, share-what-you-know: 2, work-through-disagreement: 1, weigh-other-views: 3',
        'agree-the-work: 3, share-what-you-know: 3, work-through-disagreement: 3, weigh-other-views: 3',
      ],
    ],
    at: ['calibration', 'id: low-practice'],
    problem: /practice answers are too similar/,
  },
  {
    title: 'a level that no hidden answer has',
    edits: [['calibration', 'agree-the-work: 4, share', 'agree-the-work: 3, share']],
    at: ['calibration', ''],
    problem: /No hidden answer has agree-the-work at level 4/,
  },
  {
    title: 'an example that is longer than the others',
    edits: [
      [
        'calibration',
        'I take the third-hidden box up',
        'I take the third-hidden box up with you and with the man and the dog',
      ],
    ],
    at: ['calibration', 'id: third-hidden'],
    problem: /longest answer has 40 words, and the shortest has 31/,
  },
  {
    title: 'an example whose way cannot be walked',
    edits: [['calibration', 'path: [carry-small, call-lift', 'path: [call-lift, carry-small']],
    at: ['calibration', 'path: [call-lift'],
    problem: /call-lift is not a choice there/,
  },
  {
    title: 'an example that stops before an ending',
    edits: [
      ['calibration', 'path: [ask-amara, call-lift, write-note]', 'path: [ask-amara, call-lift]'],
    ],
    at: ['calibration', 'path: [ask-amara, call-lift]'],
    problem: /stops before an ending/,
  },
  {
    title: 'an example without an answer to what it is asked',
    edits: [
      [
        'calibration',
        '    after: Next time we ask who has the first-hidden',
        '    later: Next time we ask who has the first-hidden',
      ],
    ],
    at: ['calibration', 'answers:'],
    problem: /answer to after is missing/,
  },
  {
    title: 'an example that is shorter than anybody may be',
    edits: [
      [
        'calibration',
        'I take the second-hidden box up and you hold the door for me until I am back.',
        'I take the second-hidden box.',
      ],
    ],
    at: ['calibration', 'plan: I take the second-hidden box.'],
    problem: /answer to plan has 5 words/,
  },
  {
    title: 'a reason that quotes nothing of the answer',
    edits: [
      [
        'calibration',
        `share-what-you-know: 'It says "first-hidden"`,
        `share-what-you-know: 'It says "something else"`,
      ],
    ],
    at: ['calibration', 'something else'],
    problem: /share-what-you-know quotes nothing/,
  },
  {
    title: 'a rubric level with two indicators',
    edits: [['rubric', ', 3c: Third thing', '']],
    at: ['rubric', '3: { words'],
    problem: /Level 3 of agree-the-work has 2 indicators/,
  },
  {
    title: 'indicators out of order',
    edits: [['rubric', '2b: Second thing', '2d: Second thing']],
    at: ['rubric', '2: { words'],
    problem: /indicator 2d is out of order/,
  },
  {
    title: 'a rubric of another skill',
    edits: [['rubric', 'skill: collaboration', 'skill: empathy']],
    at: ['rubric', 'skill: empathy'],
    problem: /This rubric is for empathy/,
  },
  {
    title: 'an alias',
    edits: [['challenge', 'author: Mettle contributors', 'author: *place']],
    at: ['challenge', 'author: *place'],
    problem: /anchor, an alias or a tag/,
  },
  {
    title: 'a turn that never ends by a tunnel',
    edits: [
      [
        'ink',
        '- -> talk\n\n== talk',
        '- -> spin ->\n-> talk\n\n== spin\n-> spin ->\n->->\n\n== talk',
      ],
    ],
    at: ['ink', '# choice: call-lift'],
    problem: /more than 2,000 steps|stops before/,
  },
  {
    title: 'a turn that never ends by a thread',
    edits: [
      ['ink', '- -> talk\n\n== talk', '- <- spin\n-> talk\n\n== spin\n<- spin\n-> DONE\n\n== talk'],
    ],
    at: ['ink', '# choice: call-lift'],
    problem: /more than 2,000 steps|stops before/,
  },
  {
    title: 'a turn that never ends by a function that calls itself',
    edits: [
      [
        'ink',
        '- -> talk\n\n== talk',
        '- ~ temp x = deeper(1)\n-> talk\n\n== function deeper(n)\n~ return deeper(n + 1)\n\n== talk',
      ],
    ],
    at: ['ink', '# choice: call-lift'],
    problem: /more than 2,000 steps|stops before/,
  },
  {
    title: 'more than 8,000 characters in one turn',
    edits: [
      [
        'ink',
        'Both of the boxes go',
        `${'Up the stairs and down. '.repeat(400)}Both of the boxes go`,
      ],
    ],
    at: ['ink', '# answered: plan'],
    problem: /8,000/,
  },
  {
    title: 'a knot that is missing on one way only',
    edits: [['ink', '  ~ note = "told"', '  ~ note = "told"\n  -> attic']],
    at: ['ink', '-> attic'],
    problem: /^ink: Divert target not found/,
  },
  {
    title: 'a choice that is against nothing',
    edits: [['key', '    against: [work-through-disagreement]\n', '']],
    at: ['key', 'call-lift:'],
    problem: /call-lift is against nothing/,
  },
  {
    title: 'a competency that no choice is against',
    edits: [['key', 'against: [work-through-disagreement]', 'against: [agree-the-work]']],
    at: ['key', 'choices:'],
    problem: /No choice has work-through-disagreement under against/,
  },
  {
    title: 'a prompt without facts',
    edits: [
      [
        'key',
        '  after:\n    - { says: the boxes went up the stairs, told: stairs, needed: true }\n',
        '',
      ],
    ],
    at: ['key', 'facts:'],
    problem: /prompt after has no facts/,
  },
  {
    title: 'facts of a prompt that is not there',
    edits: [['key', '  after:\n    - { says', '  later:\n    - { says']],
    at: ['key', 'later:'],
    problem: /There is no prompt later/,
  },
  {
    title: 'a fact told in a passage that is not there',
    edits: [['key', 'told: opening', 'told: cellar']],
    at: ['key', 'there are two boxes'],
    problem: /no passage cellar/,
  },
  {
    title: 'a fact told after a choice that is not there',
    edits: [['key', 'after: [ask-amara]', 'after: [ask-nobody]']],
    at: ['key', 'the big box is hers'],
    problem: /no choice ask-nobody/,
  },
  {
    title: 'a fact that is told on no way to its prompt',
    edits: [['key', 'told: opening', 'told: landing']],
    at: ['key', 'there are two boxes'],
    problem: /is told on no way to plan/,
  },
  {
    title: 'a needed fact that one way does not tell',
    edits: [['key', 'after: [ask-amara] }', 'after: [ask-amara], needed: true }']],
    at: ['key', 'the big box is hers'],
    problem: /is needed, and one way to plan does not tell it/,
  },
  {
    title: 'an indicator to tick at level 1',
    edits: [
      [
        'rubric',
        'limits: [Hopes in place of facts]',
        'indicators: { 1a: One, 1b: Two, 1c: Three }, limits: [Hopes]',
      ],
    ],
    at: ['rubric', '1: { words'],
    problem: /Level 1 of agree-the-work has indicators/,
  },
  {
    title: 'a level 1 without limits',
    edits: [['rubric', ', limits: [Hopes in place of facts]', '']],
    at: ['rubric', '1: { words'],
    problem: /Level 1 of agree-the-work has no limits/,
  },
  {
    title: 'an example without ticks for a criterion',
    edits: [['calibration', 'ticks: { agree-the-work: [], ', 'ticks: { ']],
    at: ['calibration', 'ticks:'],
    problem: /agree-the-work has no ticks/,
  },
  {
    title: 'a tick that the rubric does not have',
    edits: [['calibration', 'share-what-you-know: [2a]', 'share-what-you-know: [2a, 2d]']],
    at: ['calibration', 'ticks:'],
    problem: /share-what-you-know has no indicator 2d/,
  },
  {
    title: 'ticks that do not give the level',
    edits: [['calibration', 'share-what-you-know: [2a]', 'share-what-you-know: [2b]']],
    at: ['calibration', 'ticks:'],
    problem: /ticks of share-what-you-know give level 1, not 2/,
  },
  {
    title: 'an example whose slips nobody counted',
    edits: [['calibration', '  slips: 1\n', '']],
    at: ['calibration', 'id: first-hidden'],
    problem: /first-hidden has no slips/,
  },
  {
    title: 'no polished answer that is weak',
    edits: [['calibration', 'voice: polished', 'voice: plain']],
    at: ['calibration', ''],
    problem: /No polished answer is weak/,
  },
  {
    title: 'no clumsy answer that is strong',
    edits: [['calibration', 'voice: clumsy', 'voice: plain']],
    at: ['calibration', ''],
    problem: /No clumsy answer is strong/,
  },
  {
    title: 'a reason that quotes the answer to another prompt',
    edits: [
      [
        'calibration',
        `share-what-you-know: 'It says "first-hidden"`,
        `share-what-you-know: 'It says "who has the first-hidden key"`,
      ],
    ],
    at: ['calibration', 'who has the first-hidden key'],
    problem: /share-what-you-know quotes nothing/,
  },
  {
    title: 'an answer to a warning that is not given',
    edits: [
      [
        'challenge',
        'decideWithinDays: 7',
        'decideWithinDays: 7\nanswered:\n  - { at: scenario.ink, because: It is meant so. }',
      ],
    ],
    at: ['challenge', 'scenario.ink'],
    problem: /Nothing is warned of at scenario.ink/,
  },
]

describe('a challenge is refused, with file, line and cure, for', () => {
  it.each(broken)('$title', ({ edits, at: [name, words], problem, path }) => {
    const folder = smallFolder(edits, path)
    const { findings, publishable } = lintChallenge(folder)

    const finding = findings.find((each) => problem.test(each.problem))
    expect(finding, JSON.stringify(findings, null, 1)).toBeDefined()
    expect(finding?.file).toBe(folder[name].file)
    expect(folder[name].text.split('\n')[(finding?.line ?? 0) - 1]).toContain(words)
    expect(finding?.cure).not.toBe('')
    expect(publishable).toBeUndefined()
  })

  it('a story in more states than are allowed, 20,000 unless said otherwise', () => {
    const tally = Array.from(
      { length: 5 },
      (_, at) => `* [Take it ${at}. # choice: t${at}]\n  ~ n = n * 5 + ${at}\n`,
    )
    const knots = Array.from({ length: 3 }, (_, at) => {
      const choices = tally.map((choice) => choice.replaceAll(/t(\d)\]/g, `t${at}$1]`)).join('')
      return `== k${at}\nAgain. # passage: k${at}\n${choices}- -> k${at + 1}\n\n`
    }).join('')
    const folder = smallFolder([
      ['ink', 'VAR who', 'VAR n = 0\nVAR who'],
      ['ink', '- -> stairs\n', `- -> k0\n\n${knots}== k3\n-> stairs\n`],
    ])
    const problems = (most?: number) =>
      lintChallenge(folder, { mostStates: most ?? mostStates }).findings.map((each) => each.problem)
    const tooMany = expect.stringContaining('more than 200 states')
    expect(problems(200)).toContainEqual(tooMany)
    expect(problems()).not.toContainEqual(expect.stringContaining('states.'))
    expect(mostStates).toBe(20_000)
  })

  it('more than 256 KB', () => {
    const long = `I take the first-hidden box up ${'and down again '.repeat(6)}`
    const items = Array.from({ length: 34 }, (_, at) => {
      const answers = `{ plan: "${long.repeat(60)}", after: "${long.repeat(60)}" }`
      return `- { id: more-${at}, use: hidden, path: [ask-amara], answers: ${answers}, levels: {}, why: {} }\n`
    })
    const folder = smallFolder([
      ['calibration', '- id: first-hidden', `${items.join('')}- id: first-hidden`],
    ])
    const { findings } = lintChallenge(folder)
    expect(findings.map(({ problem }) => problem)).toContainEqual(
      expect.stringContaining('at most 256000 allowed'),
    )
  })
})

describe('a challenge that may be published', () => {
  it('has no finding at all', () => {
    const { findings, publishable } = lintChallenge(smallFolder())
    expect(findings).toEqual([])
    expect(publishable?.version.challenge.id).toBe('two-boxes')
  })

  it('may be choppy, and gets a warning', () => {
    const short = 'Up. Down. In. Out. So. Yes. No. Now. Here. There. Then. Well. Good. '
    const folder = smallFolder([
      ['ink', 'Both of the boxes go', `${short.repeat(3)}Both of the boxes go`],
    ])
    const { findings, publishable } = lintChallenge(folder)
    expect(findings).toMatchObject([{ warning: true, problem: expect.stringContaining('choppy') }])
    expect(publishable).toBeDefined()
  })

  it('may have an indicator that sounds like a lack, and gets a warning', () => {
    const { findings, publishable } = lintChallenge(
      smallFolder([['rubric', '3b: Second thing', '3b: Names no task twice']]),
    )
    const [finding] = findings
    expect(findings).toHaveLength(1)
    expect(finding?.warning).toBe(true)
    expect(finding?.problem).toContain('3b of agree-the-work may say what is missing')
    expect(publishable).toBeDefined()
  })

  it.each<[Edit, string]>([
    [['ink', 'Amara has the key', 'By and large Amara has the key'], 'opening: "By and large"'],
    [['ink', 'Carry the small box', 'Call it a day now, small box'], 'opening: "Call it a day"'],
    [['challenge', 'do you do?', 'is at stake?'], 'plan: "at stake"'],
    [['rubric', '3b: Second thing', '3b: Is all ears'], '3b of agree-the-work: "all ears"'],
  ])('may have an idiom in %j, and gets a warning', (edit, said) => {
    const { findings, publishable } = lintChallenge(smallFolder([edit]))
    expect(findings).toMatchObject([{ warning: true, problem: `${said} is an idiom.` }])
    expect(publishable).toBeDefined()
  })

  it('has no warning left that challenge.yaml answers', () => {
    const answers = '\nanswered:\n  - { at: rubric.yaml 3b, because: It names an act. }'
    const { findings } = lintChallenge(
      smallFolder([
        ['rubric', '3b: Second thing', '3b: Names no task twice'],
        ['challenge', 'decideWithinDays: 7', `decideWithinDays: 7${answers}`],
      ]),
    )
    expect(findings).toEqual([])
  })

  it('may have a byte order mark and the line ends of Windows in every file', () => {
    const root = mkdtempSync(join(tmpdir(), 'challenge-'))
    const folder = smallFolder([], 'collaboration/two-boxes')
    const { challenge, ink, key, calibration, rubric } = folder
    const write = (path: string, { text }: { text: string }) =>
      writeFileSync(join(root, path), `\uFEFF${text.replaceAll('\n', '\r\n')}`)
    try {
      mkdirSync(join(root, 'collaboration/two-boxes'), { recursive: true })
      mkdirSync(join(root, 'rubrics'))
      for (const source of [challenge, ink, key, calibration]) {
        const name = source === ink ? 'scenario.ink' : source.file
        write(`collaboration/two-boxes/${name}`, source)
      }
      write('rubrics/collaboration.yaml', rubric)
      const [read] = readFolders(root)
      if (!read) throw new Error('There is no folder.')
      const { findings, publishable } = lintChallenge(read)
      expect(findings).toEqual([])
      expect(publishable?.version).toEqual(lintChallenge(folder).publishable?.version)
    } finally {
      rmSync(root, { recursive: true })
    }
  })
})
