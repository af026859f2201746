import { country } from './figures.ts'
import { regionName } from './regions.ts'

interface Place {
  name: string
  region?: string | undefined
  country: string
}

/**
 * Kirkstall Road, Leeds, United Kingdom: a place of work as its employer named it, with its region
 * and country unless the name already contains them.
 */
export function placeWords({ name, region, country: code }: Place): string {
  let words = name
  for (const part of [region && regionName(region), country(code)]) {
    if (part && !words.toLowerCase().includes(part.toLowerCase())) words += `, ${part}`
  }
  return words
}
