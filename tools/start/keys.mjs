import { existsSync, writeFileSync } from 'node:fs'

const files = {
  '.dev.vars': ['SIGN_IN_PEPPER', 'EMAIL_INDEX_KEY', 'PSEUDONYM_KEY'],
  'worker/signer/.dev.vars': ['ISSUER_SEEDS'],
}

/** Makes the keys of this machine, once. `dev` marks them: production refuses to start with one. */
export function makeKeys() {
  for (const [file, names] of Object.entries(files)) {
    if (existsSync(file)) continue
    const lines = names.map((name) => `${name}='${newKey()}'\n`)
    writeFileSync(file, lines.join(''), { mode: 0o600 })
  }
}

function newKey() {
  const bytes = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('hex')
  return JSON.stringify({ dev: true, current: '1', keys: { 1: bytes } })
}
