/** The signer as the main Worker sees it: plain values in and out, for they cross to another Worker. */
export interface SignerBinding {
  sign(request: SignRequest): Promise<SignOutcome>
  publicKeys(issuer: string): Promise<PublicKeys>
}

export type KeyPurpose = 'credential' | 'status'

export interface SignRequest {
  /** The did of the programme in whose name it signs. */
  issuer: string
  purpose: KeyPurpose
  /** `<credential id>.<version>` or `<list id>.<second of signing>`: signed once, for one text. */
  versionId: string
  /** Canonical N-Quads (RDFC-1.0): what is checked is what is signed. */
  document: string
  /** Whole seconds, `Z`. */
  created: string
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

/** A refusal is an answer and no exception: it is final, whereas a signer that is away may come back. */
export type SignOutcome = Signature | { refused: SignRefusal }

export interface PublicKey {
  id: string
  purpose: KeyPurpose
  generation: string
  publicKeyMultibase: string
  active: boolean
}

export interface PublicKeys {
  keys: PublicKey[]
  /** The seed was made on a laptop or by a test: production refuses to start with it. */
  dev: boolean
}
