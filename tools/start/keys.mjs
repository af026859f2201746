import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const files = {
  '.dev.vars': ['SIGN_IN_PEPPER', 'EMAIL_INDEX_KEY', 'PSEUDONYM_KEY'],
  'worker/signer/.dev.vars': ['ISSUER_SEEDS', 'WRAPPING_KEYS'],
}

/**
 * Makes the keys of this machine that it does not have yet. `dev` marks them: production refuses to
 * start with one.
 */
export function makeKeys() {
  for (const [file, names] of Object.entries(files)) {
    const known = existsSync(file) ? readFileSync(file, 'utf8') : ''
    const text = withMissing(known, names, newKey)
    if (text !== known) writeFileSync(file, text, { mode: 0o600 })
  }
}

/** The lines that are there, and a new key for each name without one. */
export function withMissing(known, names, newKey) {
  const lines = known.split('\n').filter((line) => line !== '')
  const missing = names.filter((name) => !lines.some((line) => line.startsWith(`${name}=`)))
  if (missing.length === 0) return known
  return [...lines, ...missing.map((name) => `${name}='${newKey()}'`), ''].join('\n')
}

function newKey() {
  const bytes = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('hex')
  return JSON.stringify({ dev: true, current: '1', keys: { 1: bytes } })
}
