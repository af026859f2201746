import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Such as `0.1.0 (bc3bb868)`: enough to find the code that a backup was made with. */
export function versionOf(): string {
  const { version }: { version: string } = JSON.parse(readFileSync('package.json', 'utf8'))
  const { stdout } = spawnSync('git', ['rev-parse', '--short=8', 'HEAD'], { encoding: 'utf8' })
  const commit = stdout?.trim()
  return commit ? `${version} (${commit})` : version
}
