import { resolve } from 'node:path'

import type { Publication } from '../../worker/scenarios/publish/publish-challenge-version.ts'
import { type Answers, type Recorded, readRecord, saveRecord } from './record.ts'
import type { Options } from './options.ts'
import { Stopped } from './stopped.ts'
import { type Program, Wrangler } from './wrangler.ts'

/** What an installation runs with. Tests give folders of their own. */
export interface Place {
  /** The repository. */
  root: string
  /** The folder for `deploy.toml` and everything that is written on the way, ignored by git. */
  home: string
  /** The folder outside the repository in which secrets are kept. */
  keysHome: string
  wrangler: Program
  /** The challenges to publish; undefined if one of them must not be. */
  challenges(): Publication[] | undefined
  /** Where to ask `/health` and the did document, if not at the origin: to try an installation. */
  smokeAt: string | undefined
  /** How long `/health` can take to become good: tries, and milliseconds between them. */
  patience: { tries: number; milliseconds: number }
  say(line: string): void
  /** Asks at the terminal; undefined without one. A secret is not shown while it is typed. */
  ask?: ((question: string, isSecret?: boolean) => Promise<string>) | undefined
}

/** One run of the installer or the doctor. */
export class Run {
  readonly place: Place
  readonly options: Options
  readonly wrangler: Wrangler
  readonly recorded: Recorded
  commit = ''
  /** What a dry run has found that would stop a deploy. */
  readonly notYet: string[] = []

  constructor(place: Place, options: Options) {
    this.place = place
    this.options = options
    this.wrangler = new Wrangler(place.wrangler, resolve(place.home, 'deploy/logs'))
    this.recorded = readRecord(this.file)
  }

  /** `deploy.toml` */
  get file(): string {
    return resolve(this.place.home, 'deploy.toml')
  }

  get answers(): Answers {
    const { origin, plan, mail, sender, jurisdiction, account, pilot = false } = this.recorded
    if (!origin || !plan || !mail || !sender || !jurisdiction || !account)
      throw new Stopped(`There are no answers in .local/deploy.toml.
If this instance runs already: put the deploy.toml of copy A there.
If it is new: npm run deploy asks for them.`)
    return { origin, plan, mail, sender, jurisdiction, account, pilot }
  }

  say(line: string): void {
    this.place.say(`  ${line}`)
  }

  save(): void {
    saveRecord(this.file, this.recorded)
  }

  /**
   * The configuration that wrangler reads, written by the preflight. That of a dry run is elsewhere,
   * because it can be without ids, and other programs read this one.
   */
  configOf(worker: string): string {
    const folder = this.options['dry-run'] ? 'deploy/dry-run' : 'deploy'
    return resolve(this.place.home, folder, `${worker}.json`)
  }

  /** The file with the secrets of a Worker. */
  secretsOf(worker: string): string {
    return resolve(this.place.keysHome, new URL(this.answers.origin).host, `${worker}.json`)
  }

  /** Asks the main database. The statements are ours and hold no secret. */
  query<Row>(sql: string, { worker = 'mettle', binding = 'DB' } = {}): Row[] {
    const where = ['d1', 'execute', binding, '-c', this.configOf(worker), '--remote', '--json']
    const answered = this.wrangler.json([...where, '--command', sql]) as { results: Row[] }[]
    return answered[0]?.results ?? []
  }
}
