import { questions } from './questions.ts'
import type { Run } from './run.ts'
import { Stopped } from './stopped.ts'

interface Account {
  id: string
  name: string
}

/**
 * Takes each answer from the options or from `.local/deploy.toml`, and asks for those that are
 * missing. Saves what was asked for. Returns the names of those that nobody could be asked for.
 */
export async function answerQuestions(run: Run): Promise<string[]> {
  const { recorded, options, place } = run
  const missing: string[] = []
  if (options.pilot !== undefined) recorded.pilot = options.pilot
  recorded.pilot ??= false
  if (options.origin && recorded.origin && options.origin !== recorded.origin) stayAtOrigin(run)
  for (const { name, text, offered, whyNot } of questions) {
    const known = {
      pilot: recorded.pilot,
      ...(recorded.origin && { origin: recorded.origin }),
      ...(recorded.plan && { plan: recorded.plan }),
    }
    let answer: string | undefined = options[name] ?? recorded[name]
    let problem = answer === undefined ? undefined : whyNot(answer, known)
    if (problem && !place.ask) throw new Stopped(`--${name} ${answer}: ${problem}`)
    if (answer === undefined && !place.ask) missing.push(name)
    const isAsked = place.ask !== undefined && (answer === undefined || problem !== undefined)
    while (place.ask && (answer === undefined || problem)) {
      if (problem) place.say(`\n${problem}`)
      const offer = offered?.(known)
      answer =
        (await place.ask(`\n${text}${offer ? ` [${offer}]` : ''}\n> `)).trim() || (offer ?? '')
      problem = whyNot(answer, known)
    }
    if (answer !== undefined) Object.assign(recorded, { [name]: answer })
    // Who stops here is not asked again.
    if (isAsked) run.save()
  }
  return missing
}

/** Badges name their issuer by the address, so it stays once an issuer was made. */
function stayAtOrigin(run: Run): void {
  if (!run.recorded.ids?.database) return
  const [found] = run.query<{ n: number }>('SELECT count(*) AS n FROM issuer_keys')
  if (found && found.n > 0)
    throw new Stopped(
      `Badges that were given name ${run.recorded.origin}. It cannot become ${run.options.origin}.`,
    )
}

/** The account to use: the one there is, or the one that was chosen. */
export async function chooseAccount(run: Run, accounts: Account[]): Promise<Account> {
  const { options, recorded, place } = run
  const wanted = options.account ?? recorded.account
  const find = (word: string) => accounts.find(({ id, name }) => word === id || word === name)
  const list = accounts.map(({ id, name }) => `  ${name}  ${id}`).join('\n')
  if (accounts.length === 0) throw new Stopped('This login has no Cloudflare account.')
  if (wanted) {
    const found = find(wanted)
    if (!found) throw new Stopped(`This login has no account ${wanted}. It has:\n${list}`)
    return found
  }
  const [only] = accounts
  if (accounts.length === 1 && only) return only
  if (!place.ask) throw new Stopped(`Choose an account with --account. There are:\n${list}`)
  let found: Account | undefined
  while (!found) found = find((await place.ask(`\nWhich account?\n${list}\n> `)).trim())
  return found
}
