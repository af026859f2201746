import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { attacksOn } from '../support/growth/pattern-attacks.ts'
import { codeWithPatterns, patternsOf } from '../support/growth/patterns.ts'

/** The patterns found in a temporary file with this text. */
function read(name: string, text: string) {
  const path = join(mkdtempSync(join(tmpdir(), 'patterns-')), name)
  writeFileSync(path, text)
  const { patterns, unreadable } = patternsOf([path])
  return {
    sources: patterns.map(({ source, flags }) => `/${source}/${flags}`),
    unreadable: unreadable.map(({ code }) => code),
  }
}

describe('a regular expression', () => {
  const { patterns, unreadable } = patternsOf(codeWithPatterns)

  it('is made of constants in its file, never of input', () => {
    expect(unreadable).toEqual([])
  })

  // test/growth/patterns.test.ts runs each of these on its worst texts.
  it('has attacks to be tested with', () => {
    expect(patterns.length).toBeGreaterThan(200)
    const untried = patterns.filter(({ source, flags }) => attacksOn(source, flags).length === 0)
    expect(untried).toEqual([])
  })
})

describe('the search for regular expressions', () => {
  it('finds literals, and RegExp of constants', () => {
    const { sources, unreadable } = read(
      'a.ts',
      String.raw`
        const digits = /\d+/u
        const both = String.raw${'`'}(${'${digits.source}'}|\s)${'`'}
        export const found = [new RegExp(both, 'g'), RegExp('a+'), 'b'.match('c*')]`,
    )
    expect(sources).toEqual([String.raw`/\d+/u`, String.raw`/(\d+|\s)/g`, '/a+/', '/c*/'])
    expect(unreadable).toEqual([])
  })

  it('finds them in the scripts and in the markup of a component', () => {
    const { sources } = read(
      'A.svelte',
      `<script module lang="ts">const a = /a+/</script>
       <script lang="ts">let { b }: { b: string } = $props(); const c = /c+/</script>
       {#if /d+/.test(b)}<p class={b.replace(/e+/g, '')} onclick={() => b.split(/f+/)}>{a}{c}</p>{/if}`,
    )
    expect(sources.toSorted()).toEqual(['/a+/', '/c+/', '/d+/', '/e+/g', '/f+/'])
  })

  it('reports those that are made of anything else', () => {
    const made = 'new RegExp(word)'
    expect(read('b.ts', `export const of = (word: string) => ${made}`).unreadable).toEqual([made])
  })
})
