/**
 * A failure outside this Worker: the mail provider or the signer. The name is stored as the reason
 * why a note's last try failed; the operator's page has a text for each name.
 */
export class OutsideFailure extends Error {
  constructor(
    override readonly name: 'mail-refused' | 'mail-away' | 'signer-refused' | 'signer-away',
    message: string,
  ) {
    super(message)
  }
}
