import { parseArgs } from 'node:util'

import { Stopped } from './stopped.ts'

export const usage = `Use: npm run deploy -- [options]

  --dry-run             check everything, pack both Workers, and say what a deploy would do
  --undo                go back to the Workers from before the last deploy
  --pilot               allow an address on workers.dev; all badges then say that they are from a pilot
  --no-pilot            the end of a pilot

Answers, each asked once and kept in .local/deploy.toml:
  --origin <address>    such as https://mettle.college.edu; fixed by the first badge
  --plan free|paid      of your Cloudflare account: free is for a pilot of one class
  --mail platform|http  who sends mail: Cloudflare, or the mail provider with a key
  --sender <sender>     such as "Mettle <hello@college.edu>"
  --jurisdiction eu|none
  --account <name>      if your login has several accounts: name or id

Secrets, each read from a file:
  --mail-key-file <file>          the key of the mail provider
  --mail-webhook-key-file <file>  the key with which the mail provider signs its notices
`

export type Options = ReturnType<typeof readOptions>

export function readOptions(words: string[]) {
  try {
    return parseArgs({
      args: words,
      allowNegative: true,
      options: {
        'dry-run': { type: 'boolean', default: false },
        undo: { type: 'boolean', default: false },
        pilot: { type: 'boolean' },
        help: { type: 'boolean', default: false },
        origin: { type: 'string' },
        plan: { type: 'string' },
        mail: { type: 'string' },
        sender: { type: 'string' },
        jurisdiction: { type: 'string' },
        account: { type: 'string' },
        'mail-key-file': { type: 'string' },
        'mail-webhook-key-file': { type: 'string' },
      },
    }).values
  } catch (error) {
    throw new Stopped(`${error instanceof Error ? error.message : ''}\n\n${usage}`)
  }
}
