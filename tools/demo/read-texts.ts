import { readFileSync } from 'node:fs'

import { parse } from 'yaml'

/** The demo's texts from scenarios/demo, in the shape that POST /dev/seed reads. */
export function readTexts(folder = 'scenarios/demo'): Record<string, unknown> {
  const read = (name: string): unknown =>
    parse(readFileSync(`${folder}/${name}.yaml`, 'utf8'), { schema: 'core', stringKeys: true })
  return {
    people: read('people'),
    attempts: read('attempts'),
    reviews: read('reviews'),
    items: read('items'),
    hiring: read('openings'),
  }
}
