import { spawnSync } from 'node:child_process'

import { Stopped } from './stopped.ts'

interface Outcome {
  ok: boolean
  /** What it printed, without secrets. */
  text: string
  out: string
}

/** A call of wrangler: its exit code and what it prints. */
export type Program = (args: string[], env: Record<string, string>) => Printed
interface Printed {
  status: number | null
  stdout: string
  stderr: string
}

/** `METTLE_WRANGLER` names another program, to try an installation without an account. */
export const wranglerProgram: Program = (args, env) => {
  const usual = `${process.cwd()}/node_modules/wrangler/bin/wrangler.js`
  const { status, stdout, stderr, error } = spawnSync(
    process.execPath,
    [process.env.METTLE_WRANGLER ?? usual, ...args],
    { encoding: 'utf8', maxBuffer: 1 << 26, env: { ...process.env, ...env } },
  )
  if (error) throw new Stopped(`We could not run wrangler: ${error.message}`)
  return { status, stdout, stderr }
}

/** Runs wrangler without a terminal, so that it asks nothing. */
export class Wrangler {
  /** Texts that must never be printed; a secret that is read or made is added. */
  readonly secrets = new Set<string>()
  account: string | undefined
  readonly #program: Program
  readonly #logs: string

  constructor(program: Program, logs: string) {
    this.#program = program
    this.#logs = logs
  }

  try(args: string[]): Outcome {
    const { status, stdout, stderr } = this.#program(args, {
      CI: '1',
      NO_COLOR: '1',
      WRANGLER_SEND_METRICS: 'false',
      WRANGLER_LOG_PATH: this.#logs,
      ...(this.account && { CLOUDFLARE_ACCOUNT_ID: this.account }),
    })
    const text = this.#withoutSecrets([stderr, stdout].join('\n').trim())
    return { ok: status === 0, text, out: stdout }
  }

  run(args: string[]): string {
    const { ok, text, out } = this.try(args)
    if (ok) return out
    throw failed(args, text)
  }

  /** The answer of a command that prints JSON. */
  json(args: string[]): unknown {
    return parsed(this.run(args))
  }

  /** The same, or undefined if Cloudflare says that there is no such Worker. */
  jsonIfThere(args: string[]): unknown {
    const { ok, text, out } = this.try(args)
    if (ok) return parsed(out)
    if (/\b10007\b|not found|has no deployments/i.test(text)) return undefined
    throw failed(args, text)
  }

  #withoutSecrets(text: string): string {
    return [...this.secrets].reduce((left, secret) => left.replaceAll(secret, '<secret>'), text)
  }
}

const failed = (args: string[], text: string) =>
  new Stopped(`wrangler ${args.slice(0, 3).join(' ')} failed. It says:\n\n${text}`)

/** Wrangler can print a line before the JSON. */
export function parsed(text: string): unknown {
  const [start = ''] = /^[[{]/m.exec(text) ?? []
  try {
    return JSON.parse(text.slice(text.indexOf(start)))
  } catch {
    throw new Stopped(`wrangler answered what we cannot read:\n\n${text.slice(0, 500)}`)
  }
}
