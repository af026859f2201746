import { route } from '../accounts/door/door.ts'
import { createApp } from '../http/factory.ts'
import { findDeadNote, findDeadNotes } from './operation/find-dead-notes.ts'
import { tryNoteAgain } from './operation/try-note-again.ts'

const operator = { who: ['admin'], operator: true } as const

/**
 * Dead notes of the outbox, for the operator's admins: the kind, since when, why, and a way to
 * retry.
 */
export const deadNoteRoutes = createApp()
  .get('/', route(operator), async (c) => c.json(await findDeadNotes(c.var.call)))

  .post(
    '/:noteId/tries',
    route({ ...operator, load: (call, { noteId = '' }) => findDeadNote(call, noteId) }),
    async (c) => c.json(await tryNoteAgain(c.var.call, c.var.resource), 201),
  )
