import { globSync, readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

const roles = ['student', 'mentor', 'recruiter', 'admin', 'account']
/** The desk of students and mentors alike: a folder of its own, that borrows from neither. */
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

/** The lines of a file that are code. */
const code = (text: string) => text.replace(/<!--[\s\S]*?-->|\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
const styleOf = (text: string) => /<style>([\s\S]*)<\/style>/.exec(text)?.[1] ?? ''

describe('a file of web/', () => {
  it.each([...files, ...styles])('$path is short enough to read in one go', ({ text }) => {
    expect(text.split('\n').length - 1).toBeLessThanOrEqual(longest)
  })

  it.each(files)('$path uses no way around the house', ({ text }) => {
    const around =
      /\{@html|innerHTML|svelte\/store|export let|\sstyle=|<[a-z][^>]*\sstyle:|\son:\w|\beval\(|postMessage|Math\.random|console\./
    expect(around.exec(code(text))?.[0]).toBeUndefined()
  })

  it.each(files)(
    '$path takes only types, input schemas and rules of texts, formats and the menu from the Worker',
    ({ text }) => {
      const taken = [...text.matchAll(/^\s*import ([^']*) from '([^']*worker\/[^']*)'/gm)]
      // How a text is read and how long something is kept, how dates and numbers are written has one rule, here and in mails; and
      // pages without script have the same menu.
      const shared =
        /-(?:input|length|months)\.ts$|\/foundation\/(?:text\/mended|reader\/(?:currencies|dates|figures|reader|relative-time))\.ts$|\/http\/menu\.ts$/
      const wrong = taken.filter(
        ([, names, from]) => !names?.startsWith('type ') && !shared.test(from ?? ''),
      )
      expect(wrong.map(([line]) => line)).toEqual([])
    },
  )

  it.each(components)('$path makes words anew that change while they are shown', ({ text }) => {
    // A text right in a status is written in place, which a translated page does not show.
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
    '$path borrows from no other role',
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

  it.each(looks)('$path uses tokens for colours and for what stands above what', ({ css }) => {
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

  it.each(components)('$path takes no part of Svelte that every page would pay for', ({ text }) => {
    // An element's spread attributes cost every page two kilobytes, class lists half of one.
    expect(/<[a-z][^>]*\s(\{\.\.\.|class=\{\[|class=\{\{).*/.exec(text)?.[0]).toBeUndefined()
  })
})
