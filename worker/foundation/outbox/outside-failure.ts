/** Of something outside this Worker: why a note's last try failed, in words the operator's page knows. */
export class OutsideFailure extends Error {
  constructor(
    override readonly name: 'mail-refused' | 'mail-away' | 'signer-refused' | 'signer-away',
    message: string,
  ) {
    super(message)
  }
}
