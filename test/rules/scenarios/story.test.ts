import { describe, expect, it } from 'vitest'

import { compileStory } from '../../../tools/scenarios/compile-story.ts'
import { canonicalJson } from '../../../worker/foundation/crypto/canonical.ts'
import {
  BoundedStory,
  type CompiledInk,
  StoryStopped,
} from '../../../worker/scenarios/play/bounded-story.ts'
import { exploreStory } from '../../../tools/scenarios/walk/explore-story.ts'
import { challengeMinutes } from '../../../tools/scenarios/walk/challenge-minutes.ts'
import { medianMinutes, outlineStory } from '../../../tools/scenarios/walk/outline-story.ts'
import { readPaths } from '../../../tools/scenarios/walk/story-paths.ts'
import { agreesWithCases } from '../../support/cases.ts'
import { Playthrough, type Turn } from '../../../worker/scenarios/play/story.ts'
import { smallFolder } from '../../support/small-challenge.ts'

const ink = compiled(smallFolder().ink.text)

const choice = (id: string): Turn => ({ kind: 'choice', id })
const answer = (id: string): Turn => ({ kind: 'answer', id })
const back = (id: string): Turn => ({ kind: 'back', id })

const toTheStairs = [choice('ask-amara'), choice('call-lift'), answer('plan')]

describe('a playthrough', () => {
  it('opens with the first passage and its choices', () => {
    const { screen } = new Playthrough(ink)
    expect(screen).toEqual({
      passageId: 'opening',
      paragraphs: [
        'Two boxes stand at the door this morning.',
        'Amara has the key in her hand and looks up.',
      ],
      choices: [
        { id: 'ask-amara', text: 'Ask Amara which box is hers.' },
        { id: 'carry-small', text: 'Carry the small box inside now.' },
      ],
      final: false,
      ended: false,
    })
  })

  it('asks for an answer and offers nothing else there', () => {
    const play = new Playthrough(ink, toTheStairs.slice(0, 2))
    expect(play.screen).toMatchObject({ passageId: 'talk', promptId: 'plan', choices: [] })
    expect(play.offers(answer('plan'))).toBe(true)
    expect(play.offers(answer('after'))).toBe(false)
    expect(play.offers(choice('call-lift'))).toBe(false)
  })

  it('remembers: a later screen tells what was chosen', () => {
    const turns = [choice('write-note'), answer('after')]
    const asked = new Playthrough(ink, [...toTheStairs, ...turns])
    const carried = new Playthrough(ink, [choice('carry-small'), ...toTheStairs.slice(1), ...turns])
    expect(asked.screens.at(-2)?.paragraphs[0]).toContain('The big box stands first')
    expect(carried.screens.at(-2)?.paragraphs[0]).toContain('The small box stands first')
    expect(asked.screen).toMatchObject({ passageId: 'ending', ended: true, choices: [] })
  })

  it('replays every path to the same bytes, one turn at a time or all at once', () => {
    for (const turns of everyPath()) {
      const steps = new Playthrough(ink)
      for (const [at, turn] of turns.entries()) {
        steps.take(turn)
        const replayed = new Playthrough(ink, turns.slice(0, at + 1))
        expect(replayed.inkState).toBe(steps.inkState)
        expect(replayed.screens).toEqual(steps.screens)
      }
    }
  })

  it('plays the canonical JSON of a story as the compiler’s own', () => {
    const canonical = JSON.parse(canonicalJson(ink))
    for (const turns of everyPath()) {
      expect(new Playthrough(canonical, turns).inkState).toBe(new Playthrough(ink, turns).inkState)
    }
  })
})

describe('going back', () => {
  it('restores the state at that passage, to the byte', () => {
    const play = new Playthrough(ink, [...toTheStairs.slice(0, 2), back('hall')])
    const before = new Playthrough(ink, toTheStairs.slice(0, 1))
    expect(play.inkState).toBe(before.inkState)
    expect(play.screens).toEqual(before.screens)
    expect(play.path).toEqual(before.path)
  })

  it('lets another choice be taken, and shows its text', () => {
    const turns = [choice('ask-amara'), back('opening'), choice('carry-small')]
    const play = new Playthrough(ink, turns)
    expect(play.screen.paragraphs[0]).toBe('The small box stands in the hall now.')
    expect(play.path).toEqual([choice('carry-small')])
  })

  it('reaches every earlier passage, and not the one shown', () => {
    const play = new Playthrough(ink, toTheStairs.slice(0, 2))
    expect(play.earlier).toEqual(['opening', 'hall'])
    expect(play.offers(back('talk'))).toBe(false)
    expect(play.offers(back('landing'))).toBe(false)
  })

  it('reaches the last final passage and nothing before it', () => {
    const atFinal = new Playthrough(ink, toTheStairs)
    expect(atFinal.screen).toMatchObject({ passageId: 'stairs', final: true })
    expect(atFinal.earlier).toEqual([])
    const beyond = new Playthrough(ink, [...toTheStairs, choice('write-note')])
    expect(beyond.earlier).toEqual(['stairs'])
    expect(beyond.offers(back('talk'))).toBe(false)
  })
})

describe('a step to a final screen', () => {
  it('is known one step before, and nowhere else', () => {
    const known = toTheStairs.map((_, at) => {
      const play = new Playthrough(ink, toTheStairs.slice(0, at))
      const before = play.inkState
      const found = play.leadsToFinal
      // Looking ahead does not change the story, byte for byte.
      expect(play.inkState).toBe(before)
      return found
    })
    expect(known).toEqual([false, false, true])
    expect(new Playthrough(ink, toTheStairs).leadsToFinal).toBe(false)
  })
})

describe('the step limit', () => {
  it('stops a story that never ends', () => {
    const story = new BoundedStory(
      compiled('VAR x = 0\nStart.\n* [go]\n-> spin\n=== spin ===\n~ x = x + 1\n-> spin'),
    )
    story.advance()
    story.ChooseChoiceIndex(0)
    expect(() => story.advance()).toThrow(StoryStopped)
  })

  it('stops a turn that says more than 8,000 characters', () => {
    const lines = Array.from({ length: 10 }, (_, at) => `${at} ${'word '.repeat(200)}`).join('\n')
    const story = new BoundedStory(compiled(`${lines}\n-> END`))
    expect(() => story.advance()).toThrow(StoryStopped)
  })

  it('counts each turn from zero', () => {
    const knots = Array.from({ length: 60 }, () => `* [go]\n  ${'~ x = x + 1\n  '.repeat(8)}- on\n`)
    const story = new BoundedStory(compiled(`VAR x = 0\nStart.\n${knots.join('')}-> END`))
    let turns = 0
    for (story.advance(); story.currentChoices.length > 0; turns++) {
      story.ChooseChoiceIndex(0)
      story.advance()
    }
    expect(turns).toBe(60)
  })
})

describe('minutes', () => {
  interface Input {
    story_words: number
    prompts: { least: number; most: number }[]
  }
  agreesWithCases<Input, number>(
    'challenge_minutes',
    ({ story_words: words, prompts }, minutes) => {
      const limits = prompts.map(({ least, most }) => [least, most] as const)
      expect(challengeMinutes(words, limits)).toBeCloseTo(minutes, 9)
    },
  )

  it('of a story are the median over all its ways', () => {
    const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ')
    const three = `Start. # passage: a\n* [One # choice: o]\n  ${words(150)}. # passage: b\n  -> END\n* [Two # choice: t]\n  ${words(300)}. # passage: c\n  -> END\n* [Six # choice: s]\n  ${words(900)}. # passage: d\n  -> END`
    const minutes = medianMinutes(readPaths(exploreStory(compiled(three))), {})
    expect(minutes).toBeCloseTo(301 / 150, 2)
  })
})

describe('the outline', () => {
  it('gives the remaining steps for each passage, and none at the end', () => {
    const prompts = { plan: { words: [10, 60] }, after: { words: [10, 60] } } as const
    const outline = outlineStory(exploreStory(ink), prompts)
    expect(Object.keys(outline)).toEqual(['opening', 'hall', 'talk', 'stairs', 'landing', 'ending'])
    expect(outline.opening?.turns).toEqual([5, 5])
    expect(outline.ending?.turns).toEqual([0, 0])
    // Two prompts of 3 + 70 / 40 minutes, and then one.
    expect(outline.opening?.minutes[0]).toBeGreaterThan(9.5)
    expect(outline.landing?.minutes[0]).toBeGreaterThanOrEqual(4.8)
    expect(outline.landing?.minutes[0]).toBeLessThan(5.5)
  })

  it('has the shortest and the longest path if they differ', () => {
    const fork = `Here. # passage: a\n* [Short # choice: s]\n  -> done\n* [Long # choice: l]\n  -> more\n== more\nMore. # passage: b\n* [One # choice: o]\n* [Two # choice: t]\n- -> done\n== done\n{&End|End}. # passage: c\n-> END`
    expect(outlineStory(exploreStory(compiled(fork)), {}).a?.turns).toEqual([1, 2])
  })
})

describe('the walk over all states', () => {
  it('distinguishes two places that differ only in a visit count', () => {
    const counting = `Here. # passage: a\n* (seen) [One # choice: o]\n* [Two # choice: t]\n- -> b\n== b\n{seen:You saw it.|You did not.} # passage: b\n-> END`
    const { places } = exploreStory(compiled(counting))
    expect(places.filter(({ screen }) => screen.passageId === 'b')).toHaveLength(2)
  })

  it('visits the same place once, whichever path leads there', () => {
    const { places } = exploreStory(ink)
    // 1 opening, 2 halls, 4 talks, 4 stairs, 8 landings, 8 endings
    expect(places).toHaveLength(27)
  })
})

function compiled(source: string): CompiledInk {
  const outcome = compileStory(source)
  if (!('story' in outcome)) throw new Error(JSON.stringify(outcome))
  return outcome.story
}

function everyPath(): Turn[][] {
  const first = ['ask-amara', 'carry-small']
  const second = ['call-lift', 'find-help']
  const third = ['write-note', 'tell-others']
  return first.flatMap((one) =>
    second.flatMap((two) =>
      third.map((three) => [
        choice(one),
        choice(two),
        answer('plan'),
        choice(three),
        answer('after'),
      ]),
    ),
  )
}
