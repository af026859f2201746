import { existsSync, writeFileSync } from 'node:fs'

import { home } from './environment.mjs'

const mark = `${home}/empty`

/**
 * Whether this instance has no demo. An instance that was once started with --empty stays without
 * one, until --reset.
 */
export function staysEmpty(isAsked) {
  if (isAsked) writeFileSync(mark, '')
  return existsSync(mark)
}
