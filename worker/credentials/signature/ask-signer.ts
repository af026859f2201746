import type { Bindings } from '../../env.ts'
import { OutsideFailure } from '../../foundation/outbox/outside-failure.ts'

type Signer = Bindings['SIGNER']

/**
 * Asks for a signature. Throws OutsideFailure if the signer does not answer; a refusal is returned.
 */
export async function askSigner(
  { SIGNER }: Bindings,
  request: Parameters<Signer['sign']>[0],
): Promise<Awaited<ReturnType<Signer['sign']>>> {
  try {
    return await SIGNER.sign(request)
  } catch {
    throw new OutsideFailure('signer-away', 'The signer did not answer.')
  }
}
