import { useDesks, useRouter, useSession } from './context.ts'
import { Desk } from '../draft/desk.ts'
import { device } from '../draft/device.ts'

/** The drafts and hand-ins of this tab. */
export function useDesk(): Desk {
  const [desks, router, session] = [useDesks(), useRouter(), useSession()]
  if (!desks.desk) {
    if (session) void device.belongTo(session.account.id)
    desks.desk = new Desk((dirty) => router.hold(dirty))
  }
  return desks.desk
}
