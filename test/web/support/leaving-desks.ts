import { DeskHolder } from '../../../web/lib/draft/desk-holder.ts'
import type { Desk } from '../../../web/lib/draft/desk.ts'

/** A holder whose desk sends nothing once its page is gone: the page of the next test is there. */
export class LeavingDesks extends DeskHolder {
  #isGone = false

  constructor() {
    super()
    let made: Desk | undefined
    Object.defineProperty(this, 'desk', {
      get: () => made,
      set: (desk: Desk) => {
        made = this.#leaving(desk)
      },
    })
  }

  leave(): void {
    this.#isGone = true
  }

  #leaving(desk: Desk): Desk {
    const draft: Desk['draft'] = desk.draft.bind(desk)
    const handIn: Desk['handIn'] = desk.handIn.bind(desk)
    desk.draft = (key, saved, door) =>
      draft(key, saved, {
        ...door,
        save: this.#unlessGone(door.save),
        ...(door.setAside && { setAside: this.#unlessGone(door.setAside) }),
      })
    desk.handIn = (key, send) => handIn(key, this.#unlessGone(send))
    return desk
  }

  #unlessGone<Sent extends unknown[], Answer>(send: (...sent: Sent) => Promise<Answer>) {
    return (...sent: Sent): Promise<Answer> =>
      this.#isGone ? new Promise<never>(() => undefined) : send(...sent)
  }
}
