import { execFileSync, spawnSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

import { type Planted, withBug } from './planted.ts'

/** A copy of the working tree, so that a killed run leaves no bug in the original. */
export class Tree {
  readonly path = mkdtempSync(join(tmpdir(), 'mettle-mutants-'))

  constructor() {
    for (const file of filesOfTree()) {
      mkdirSync(join(this.path, dirname(file)), { recursive: true })
      copyFileSync(file, join(this.path, file))
    }
    symlinkSync(resolve('node_modules'), join(this.path, 'node_modules'), 'dir')
    const messages = spawnSync('npm', ['run', '-s', 'messages'], {
      cwd: this.path,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    if (messages.status !== 0) throw new Error('The messages do not compile.')
  }

  plant(planted: Planted): void {
    writeFileSync(join(this.path, planted.file), withBug(this.#original(planted), planted))
  }

  mend(planted: Planted): void {
    writeFileSync(join(this.path, planted.file), this.#original(planted))
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true, maxRetries: 5 })
  }

  #original({ file }: Planted): string {
    return readFileSync(file, 'utf8')
  }
}

/** All files that git does not ignore, including untracked ones. */
function filesOfTree(): string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '-co', '--exclude-standard'], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  return listed.split('\0').filter((file) => file !== '' && existsSync(file))
}
