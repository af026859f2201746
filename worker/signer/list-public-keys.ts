import { readKeySet } from './key-set.ts'
import { keyIdOf, publicKeyOf } from './issuer-key.ts'
import type { KeyPurpose, PublicKey, PublicKeys } from './binding.ts'

export interface SignerConfiguration {
  /**
   * `{"current":"1","keys":{"1":"<32 bytes, hex>"}}`, with `"dev": true` if made for development,
   * and `"compromised":["1"]` for keys that were stolen.
   */
  ISSUER_SEEDS: string
}

const purposes: readonly KeyPurpose[] = ['credential', 'status']

/**
 * Every key of a programme. Old generations are included, so that what they signed can still be
 * verified.
 */
export async function listPublicKeys(
  { ISSUER_SEEDS }: SignerConfiguration,
  issuer: string,
): Promise<PublicKeys> {
  const { dev, current, compromised, keys: seeds } = readKeySet(ISSUER_SEEDS)
  const names = [...seeds].flatMap(([generation, seed]) =>
    purposes.map((purpose) => ({ seed, name: { issuer, purpose, generation } })),
  )
  const keys = names.map(async ({ seed, name }): Promise<PublicKey> => ({
    id: keyIdOf(name),
    purpose: name.purpose,
    generation: name.generation,
    publicKeyMultibase: await publicKeyOf(seed, name),
    active: name.generation === current,
    compromised: compromised.includes(name.generation),
  }))
  return { keys: await Promise.all(keys), dev }
}
