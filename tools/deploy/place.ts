import { homedir } from 'node:os'
import { resolve } from 'node:path'

import { publishable } from '../scenarios/publishable.ts'
import type { Place } from './run.ts'
import { wranglerProgram } from './wrangler.ts'

/**
 * Where a deploy from this repository works. `METTLE_KEYS` names another folder for secrets. With
 * `METTLE_WRANGLER` it is only tried: everything is in `.local/try`, so that no real answer or id is
 * touched. `METTLE_SMOKE_AT` is then the address of a Mettle to ask.
 */
export function usualPlace(): Place {
  const { METTLE_KEYS, METTLE_SMOKE_AT, METTLE_WRANGLER, XDG_CONFIG_HOME } = process.env
  const home = resolve(METTLE_WRANGLER ? '.local/try' : '.local')
  const config = XDG_CONFIG_HOME ?? resolve(homedir(), '.config')
  return {
    root: process.cwd(),
    home,
    keysHome: METTLE_KEYS ?? (METTLE_WRANGLER ? resolve(home, 'keys') : resolve(config, 'mettle')),
    wrangler: wranglerProgram,
    challenges: () => publishable('scenarios'),
    smokeAt: METTLE_SMOKE_AT,
    patience: { tries: 30, milliseconds: 10_000 },
    say: (line) => console.log(line),
  }
}
