import { existsSync, globSync, readFileSync } from 'node:fs'

import type { Json } from '../../support/json.ts'

export interface VectorSet {
  name: string
  text: (file: string) => string
  json: (file: string) => Json
  files: (pattern: string) => string[]
}

/**
 * A golden award with its keys, hashes and signature; `test/vectors/README.md` says who computed
 * them.
 */
export const ownVectors = vectorSet('test/vectors', '../../vectors/award/')

const shared = '../../../../shared/vectors/'

/** Another set of the same form, with documents to refuse, may exist beside the repository. */
export const sharedVectors = existsSync(new URL(`${shared}manifest.json`, import.meta.url))
  ? [vectorSet('../shared/vectors', `${shared}mettle/`)]
  : []

export const vectorSets = [ownVectors, ...sharedVectors]

function vectorSet(name: string, path: string): VectorSet {
  const folder = new URL(path, import.meta.url)
  const text = (file: string) => readFileSync(new URL(file, folder), 'utf8')
  const files = (pattern: string) => globSync(pattern, { cwd: folder })
  return { name, text, files, json: (file) => JSON.parse(text(file)) }
}
