import { globSync, readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

const roles = ['student', 'mentor', 'recruiter', 'admin', 'account']
/** The review desk of students and mentors: its own folder, which imports from neither. */
const shared = 'reviews'
const longest = 150

const source = (pattern: string) =>
  globSync(pattern, { exclude: ['web/paraglide/**'] }).map((path) => ({
    path,
    folder: path.split('/')[1] ?? '',
    name: path.split('/').at(-1) ?? '',
    text: readFileSync(path, 'utf8'),
  }))

const files = source('web/**/*.{ts,svelte}')
const styles = source('web/**/*.css')
const components = files.filter(({ path }) => path.endsWith('.svelte'))
const isIn = (folder: string) => files.filter((file) => file.folder === folder)

/** The code of a file, without its comments. */
const code = (text: string) => text.replace(/<!--[\s\S]*?-->|\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
const styleOf = (text: string) => /<style>([\s\S]*)<\/style>/.exec(text)?.[1] ?? ''

describe('a file of web/', () => {
  it.each([...files, ...styles])('$path is short enough to read in one go', ({ text }) => {
    expect(text.split('\n').length - 1).toBeLessThanOrEqual(longest)
  })

  it.each(files)('$path uses no way around the house', ({ path, text }) => {
    const around =
      /\{@html|innerHTML|svelte\/store|export let|\sstyle=|<[a-z][^>]*\sstyle:|\son:\w|\beval\(|postMessage|Math\.random|console\./
    // A BroadcastChannel reaches only windows of this site.
    const ownWindows = path === 'web/lib/draft/other-windows.ts' ? '?.postMessage(path)' : ''
    expect(around.exec(code(text).replace(ownWindows, ''))?.[0]).toBeUndefined()
  })

  it.each(files)(
    '$path imports from the Worker only types, input schemas, the menu, and rules of texts, formats and pay',
    ({ text }) => {
      const taken = [...text.matchAll(/^\s*import ([^']*) from '([^']*worker\/[^']*)'/gm)]
      // Input schemas, lengths, retention terms, dates and numbers follow the same rules here and
      // in mails; pages without script have the same menu; and
      // built files have the headers of pages.
      const shared =
        /-(?:input|length|months)\.ts$|\/foundation\/(?:text\/mended|reader\/(?:currencies|dates|figures|reader|relative-time))\.ts$|\/http\/(?:menu|headers)\.ts$|\/talent\/opening\/pay\.ts$/
      const wrong = taken.filter(
        ([, names, from]) => !names?.startsWith('type ') && !shared.test(from ?? ''),
      )
      expect(wrong.map(([line]) => line)).toEqual([])
    },
  )

  it.each(components)('$path recreates text that changes while it is shown', ({ text }) => {
    // Text directly in a status is updated in place, which a translated page does not show.
    const inPlace = /role="(?:status|timer)"[^>]*>\s*\{(?![#@]|m\.\w+\(\)\})/
    expect(inPlace.exec(code(text))?.[0]).toBeUndefined()
  })

  it.each(files)('$path counts from the server’s clock', ({ name, text }) => {
    if (name === 'server-time.svelte.ts') return
    expect(code(text).includes('new Date()')).toBe(false)
  })

  it.each(files)('$path has a name that says what it holds', ({ name }) => {
    expect(name).not.toMatch(/util|helper|manager|service|handle|\bdata\b|\binfo\b|common|misc/)
  })
})

describe('the house', () => {
  it.each(files.filter(({ folder }) => [...roles, shared].includes(folder)))(
    '$path imports from no other role',
    ({ folder, text }) => {
      const others = roles.filter((role) => role !== folder).join('|')
      expect(new RegExp(String.raw`from '(?:\.\./)+(${others})/.*`).exec(text)?.[0]).toBeUndefined()
    },
  )

  it.each(isIn('lib'))('$path holds no markup', ({ path }) => {
    expect(path).toMatch(/\.ts$/)
  })

  it.each(isIn('ui'))('$path asks no server', ({ text }) => {
    const asks = /lib\/(?:[\w-]+\/)*(api|answer|answers|act)\b|useAnswer|useAct|\bfetch\(/
    expect(asks.exec(text)?.[0]).toBeUndefined()
  })

  it('keeps components small', () => {
    const lengths = components.map(({ text }) => text.split('\n').length).toSorted((a, b) => a - b)
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(80)
  })
})

describe('styles', () => {
  const looks = [
    ...components.map(({ path, text }) => ({ path, css: styleOf(text) })),
    ...styles
      .filter(({ name }) => !['tokens.css', 'surroundings.css', 'app-frame.css'].includes(name))
      .map(({ path, text }) => ({ path, css: text })),
  ].map(({ path, css }) => ({ path, css: code(css) }))

  it.each(looks)('$path uses tokens for colours and for z-index', ({ css }) => {
    const raw = /#[0-9a-f]{3,8}\b(?![^{]*\{)|\b(rgb|hsl|oklch)\(|z-index:(?!\s*var\().*/i
    expect(raw.exec(css)?.[0]).toBeUndefined()
  })

  it.each(looks.filter(({ path }) => path.endsWith('.svelte')))(
    '$path sets type in sizes that exist',
    ({ css }) => {
      const raw = /font-size:(?!\s*(var\(|inherit|[\d.]+em|1rem)).*/.exec(css)
      expect(raw?.[0]).toBeUndefined()
    },
  )

  it.each(looks)('$path positions every box that scrolls', ({ css }) => {
    // Words hidden inside are placed absolutely. In a box without a position they would count as
    // part of the page, and make it longer or wider than the window.
    const boxes = css.match(/[^{}]*\{[^{}]*overflow(?:-[xy])?:\s*(?:auto|scroll)[^{}]*/g) ?? []
    // A `.pane` has its position in a rule for all widths, and the browser places a dialog.
    expect(boxes.filter((box) => !/position:|^\s*(?:dialog|\.pane)\b/.test(box))).toEqual([])
  })

  it.each(components)('$path uses no part of Svelte that makes every page larger', ({ text }) => {
    // Spread attributes on an element add two kilobytes to every page, class lists half of one.
    expect(/<[a-z][^>]*\s(\{\.\.\.|class=\{\[|class=\{\{).*/.exec(text)?.[0]).toBeUndefined()
  })
})
