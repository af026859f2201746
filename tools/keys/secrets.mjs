/**
 * The secrets of an instance, by the names that `npm run keys` has for them. `next`: what happens
 * after a key was added.
 */
export const secrets = {
  pepper: {
    variable: 'SIGN_IN_PEPPER',
    worker: 'main',
    next: 'Codes that were mailed before still work.',
  },
  'email-index': {
    variable: 'EMAIL_INDEX_KEY',
    worker: 'main',
    next: 'After that, accounts and invitations are indexed again, 50 to 100 a minute. The log says email-index.done.',
  },
  pseudonym: {
    variable: 'PSEUDONYM_KEY',
    worker: 'main',
    next: 'After that, employers see new names for students. Links to cards from before no longer work. Requests keep theirs.',
  },
  wrapping: {
    variable: 'WRAPPING_KEYS',
    worker: 'signer',
    next: 'A new wrapping key is used 10 minutes after the restart, and 200 keys are wrapped again each minute.',
  },
  issuer: {
    variable: 'ISSUER_SEEDS',
    worker: 'signer',
    next: 'New public keys are listed in the first minute after the restart, and sign 10 minutes later. The old ones stay listed.',
  },
}

const compromised =
  `The stolen keys sign nothing from the restart on. Within a minute they leave the list of valid keys. Ten minutes
  later the new keys sign: 20 badges a minute are signed again, and students are told.`.replaceAll(
    /\s+/g,
    ' ',
  )

/**
 * A key of the main Worker becomes current ten minutes after it was added, so that every isolate
 * knows it before.
 */
const listedMs = 10 * 60_000
/** A mailed code lives for an hour at most. */
const codesLiveMs = 60 * 60_000

/**
 * Adds a key to a secret and makes it the current one: `{secret, id, next}`, or `{refused}`. `key`:
 * 32 random bytes in hex.
 */
export function rotate(name, secret, { key, now, isCompromised = false }) {
  const { worker, next } = secrets[name]
  if (isCompromised && name !== 'issuer')
    return { refused: 'Only issuer keys can be marked with --compromised.' }
  if (secret.from && now < Date.parse(secret.from) && worker === 'main')
    return { refused: `The last change is not finished. Try again after ${secret.from}.` }
  const id = String(Math.max(0, ...Object.keys(secret.keys).map((known) => Number(known) || 0)) + 1)
  const stolen = [...(secret.compromised ?? []), ...Object.keys(secret.keys)]
  const changed = {
    ...(secret.dev && { dev: true }),
    current: id,
    ...(worker === 'main' && {
      from: new Date(now + listedMs).toISOString(),
      before: secret.current,
    }),
    ...(isCompromised && { compromised: [...new Set(stolen)] }),
    ...(!isCompromised && secret.compromised && { compromised: secret.compromised }),
    keys: { ...secret.keys, [id]: key },
  }
  return { secret: changed, id, next: isCompromised ? compromised : next }
}

/** Removes a key that nothing needs: `{secret}`, or `{refused}`. `uses`: what still needs it. */
export function remove(name, secret, { id, uses, now }) {
  if (!(id in secret.keys)) return { refused: `There is no key ${id}.` }
  const isBefore = secret.before === id && now < Date.parse(secret.from)
  if (id === secret.current || isBefore) return { refused: `Key ${id} is in use.` }
  if (name === 'pepper' && secret.from && now < Date.parse(secret.from) + codesLiveMs)
    return { refused: 'Codes that were made with it may still be used. Try again in an hour.' }
  if (uses.length > 0)
    return { refused: `Key ${id} is still needed: ${uses.join(', ')}. Run this again later.` }
  const { [id]: _, ...keys } = secret.keys
  const { compromised, ...rest } = secret
  const left = compromised?.filter((known) => known !== id) ?? []
  return { secret: { ...rest, ...(left.length > 0 && { compromised: left }), keys } }
}

/** The keys of a secret, without their bytes. */
export function describe(secret, now) {
  const isEarly = secret.from && now < Date.parse(secret.from)
  return Object.keys(secret.keys).map((id) => {
    if (secret.compromised?.includes(id)) return { id, state: 'stolen' }
    if (isEarly && id === secret.current) return { id, state: `current from ${secret.from}` }
    return { id, state: id === (isEarly ? secret.before : secret.current) ? 'current' : 'old' }
  })
}
