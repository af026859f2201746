/**
 * The signer's interface for the main Worker. It has plain values only, because they cross to
 * another Worker.
 */
export interface SignerBinding {
  sign(request: SignRequest): Promise<SignOutcome>
  publicKeys(issuer: string): Promise<PublicKeys>
}

export type KeyPurpose = 'credential' | 'status'

export interface SignRequest {
  /** The DID of the programme that issues the document. */
  issuer: string
  purpose: KeyPurpose
  /**
   * `<credential id>.<version>` or `<list id>.<second of signing>`. Each is signed for one text
   * only.
   */
  versionId: string
  /** Canonical N-Quads (RDFC-1.0). The same text is checked and signed. */
  document: string
  /** ISO 8601 in whole seconds, with `Z`. */
  created: string
  /**
   * Which of the issuer's keys signs: the one that its did document lists and that is active. The
   * current one by default.
   */
  generation?: string
}

export interface Signature {
  /** `<did>#<purpose>-<generation>` */
  keyId: string
  /** Multibase base58btc of the 64 bytes. */
  proofValue: string
}

export type SignRefusal =
  | 'wrong-issuer'
  | 'wrong-type'
  | 'unknown-predicate'
  | 'wrong-host'
  | 'no-status'
  | 'bad-time'
  | 'too-large'
  | 'key-not-active'
  | 'different-document'

/**
 * A refusal is an answer, not an exception: it is final, but a signer that does not answer can be
 * retried.
 */
export type SignOutcome = Signature | { refused: SignRefusal }

export interface PublicKey {
  id: string
  purpose: KeyPurpose
  generation: string
  publicKeyMultibase: string
  active: boolean
  /** Stolen: it must not be listed as valid. */
  compromised: boolean
}

export interface PublicKeys {
  keys: PublicKey[]
  /** The seed was made for development or by a test. Production refuses to start with it. */
  dev: boolean
}
