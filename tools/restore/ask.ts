import { reading } from '../backup/database-file.ts'
import type { InstanceFiles } from '../backup/instance-files.ts'
import type { Ask } from './find-known.ts'

/** Asks the databases of an instance on this computer. */
export const askLocal =
  (files: InstanceFiles): Ask =>
  (database, sql) =>
    reading(files[database], (db) =>
      // Plain objects: node:sqlite makes rows without a prototype.
      db
        .prepare(sql)
        .all()
        .map((row) => ({ ...row })),
    )
