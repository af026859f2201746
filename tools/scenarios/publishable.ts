import { outlineStory } from './walk/outline-story.ts'
import { lintChallenge } from './lint/challenge.ts'
import type { Publication } from '../../worker/scenarios/publish/publish-challenge-version.ts'
import { checkScenarios } from './check.ts'
import { readFolders } from './read-folders.ts'

/**
 * Every challenge below `root`, or only those in the named folders, ready to be sent. If one is
 * refused or there are none, prints the findings and returns undefined.
 */
export function publishable(
  root: string,
  named: readonly string[] = [],
): Publication[] | undefined {
  const verdicts = readFolders(root, named).map((folder) => lintChallenge(folder))
  const publications = verdicts.flatMap(({ publishable: ready }) =>
    ready
      ? {
          version: ready.version,
          outline: outlineStory(ready.exploration, ready.version.challenge.prompts),
        }
      : [],
  )
  if (publications.length > 0 && publications.length === verdicts.length) return publications
  checkScenarios(root, [...named])
  return undefined
}
