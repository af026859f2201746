import type { Bindings } from '../../env.ts'
import { OutsideFailure } from '../../foundation/outbox/outside-failure.ts'

type Signer = Bindings['SIGNER']

interface Request extends Omit<Parameters<Signer['sign']>[0], 'generation'> {
  /** The issuer's active key. Null from when a key was stolen until the next one is active. */
  generation: string | null
}

/**
 * Asks for a signature. Throws OutsideFailure if the signer does not answer or no key is active; a
 * refusal is returned.
 */
export async function askSigner(
  { SIGNER }: Bindings,
  { generation, ...request }: Request,
): Promise<Awaited<ReturnType<Signer['sign']>>> {
  if (generation === null) throw new OutsideFailure('signer-away', 'There is no active key.')
  try {
    return await SIGNER.sign({ ...request, generation })
  } catch {
    throw new OutsideFailure('signer-away', 'The signer did not answer.')
  }
}
