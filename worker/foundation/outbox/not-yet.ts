/**
 * Thrown by a consumer that must wait for something outside. The note is due again at `until`, and
 * the time until then does not count as time of failures. `mail-quota`: the carrier takes no more
 * mail today. `mail-turn`: the mail has a turn at that time. `mail-order`: other mails go first.
 */
export class NotYet extends Error {
  constructor(
    override readonly name: 'mail-quota' | 'mail-turn' | 'mail-order',
    /** Milliseconds since 1970. */
    readonly until: number,
  ) {
    super(name)
  }
}
