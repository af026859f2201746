import { existsSync, readdirSync } from 'node:fs'

const usual = 8787

/** Where an instance keeps its data; on the usual port that is `root` itself. */
export const homeOf = (port, root = '.local') => (port === usual ? root : `${root}/${port}`)

/**
 * The port for a command without PORT: that of a running instance, else the usual one if it was
 * ever started, else another that was. `root` is the folder of all instances.
 */
export function findPort(root = '.local') {
  const others = existsSync(root) ? readdirSync(root).filter((name) => /^\d+$/.test(name)) : []
  const started = [usual, ...others.map(Number)].filter((port) =>
    existsSync(`${homeOf(port, root)}/migrated`),
  )
  const runs = started.find((port) => existsSync(`${homeOf(port, root)}/server.json`))
  return runs ?? started[0] ?? usual
}
