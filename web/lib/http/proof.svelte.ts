/** The one dialog in which a person proves again who they are, with a mailed code. */
export class Proof {
  asked = $state(false)
  #waiting: ((given: boolean) => void)[] = []

  /** Opens the dialog. True once the proof was given, false if the person cancelled. */
  ask(): Promise<boolean> {
    this.asked = true
    return new Promise((resolve) => this.#waiting.push(resolve))
  }

  settle(given: boolean): void {
    this.asked = false
    for (const resolve of this.#waiting.splice(0)) resolve(given)
  }
}
