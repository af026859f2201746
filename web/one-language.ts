import { readFileSync } from 'node:fs'

import type { Plugin } from 'vite'

interface Settings {
  locales: string[]
}

/**
 * With only one language, no code needs to ask which: that saves 2.5 kB on every page. A second
 * language in the settings turns this off.
 */
export function oneLanguage(): Plugin {
  const settings = readFileSync(`${import.meta.dirname}/project.inlang/settings.json`, 'utf8')
  const { locales }: Settings = JSON.parse(settings)
  const [only] = locales
  return {
    name: 'one-language',
    apply: (_, { command }) => command === 'build' && locales.length === 1,
    transform(code, id) {
      if (id.endsWith('/paraglide/runtime.js')) {
        return { code: `export const getLocale = () => '${only}'`, map: null }
      }
      const [, message] = /\/paraglide\/messages\/([a-z]\w+)\.js$/.exec(id) ?? []
      const own = `${only}_${message}`
      if (!message || !code.includes(`const ${own} =`)) return undefined
      const said = code
        .slice(0, code.lastIndexOf('export const'))
        .replace(/^import \{[^{}]*\} from '\.\.\/runtime\.js';?$/m, '')
      return { code: `${said}export const ${message} = ${own}`, map: null }
    },
  }
}
