import { route } from '../accounts/door/door.ts'
import { createApp } from '../http/factory.ts'
import { makeExport } from './export/make-export.ts'

/** What a person takes with them, whatever they are a member of. */
export const exportRoutes = createApp().get(
  '/',
  route({ who: 'account', fresh: true, download: true, perDay: 3 }),
  async (c) => {
    const archive = await makeExport(c.var.call)
    return c.body(archive, 200, {
      'content-type': 'application/zip',
      'content-disposition': 'attachment; filename="mettle-export.zip"',
    })
  },
)
