import type { Plugin } from 'vite'

/**
 * Only the Worker reads the API paths in a route's `first`, from `dist/pages.json`, so the app is
 * built without them.
 */
export function withoutFirst(): Plugin {
  return {
    name: 'without-first',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/web\/(?:\w+-)?routes\.ts$/.test(id)) return undefined
      return { code: code.replaceAll(/\bfirst: \[[^[\]]*\],?/g, ''), map: null }
    },
  }
}
