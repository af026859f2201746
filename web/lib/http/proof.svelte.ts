/** The one dialog in which somebody shows again that it is them, by a mailed code. */
export class Proof {
  asked = $state(false)
  #waiting: ((given: boolean) => void)[] = []

  /** Opens the dialog. True once the proof was given, false where the person stepped back. */
  ask(): Promise<boolean> {
    this.asked = true
    return new Promise((resolve) => this.#waiting.push(resolve))
  }

  settle(given: boolean): void {
    this.asked = false
    for (const resolve of this.#waiting.splice(0)) resolve(given)
  }
}
