import { existsSync, readFileSync } from 'node:fs'

import type { Json } from '../../support/json.ts'

const folder = new URL('../../../../shared/vectors/', import.meta.url)

/** The vectors lie beside the repository and not in it; where they are missing a test says so and skips. */
export const haveVectors = existsSync(new URL('manifest.json', folder))

export const vectorText = (file: string): string => readFileSync(new URL(file, folder), 'utf8')

export const vector = (file: string): Json => JSON.parse(vectorText(file))
