import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'

/** Where a laptop keeps the secrets of each Worker. Git ignores both files. */
export const files = { main: '.dev.vars', signer: 'worker/signer/.dev.vars' }

/** The secret in a file, or undefined. */
export function readVariable(file, variable) {
  if (!existsSync(file)) return undefined
  const line = linesOf(file).find((one) => one.startsWith(`${variable}=`))
  return line && JSON.parse(line.slice(variable.length + 1).replace(/^'(.*)'$/, '$1'))
}

/**
 * Replaces a secret that is in the file. Only the owner of the file can read it, and a crash leaves
 * the old file whole.
 */
export function writeVariable(file, variable, secret) {
  const lines = linesOf(file).map((line) =>
    line.startsWith(`${variable}=`) ? `${variable}='${JSON.stringify(secret)}'` : line,
  )
  writeFileSync(`${file}.new`, lines.join('\n'), { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

const linesOf = (file) => readFileSync(file, 'utf8').split('\n')
