import { existsSync, readdirSync } from 'node:fs'

const usual = 8787

/** Where an instance keeps its data; on the usual port that is `root` itself. */
export const homeOf = (port, root = '.local') => (port === usual ? root : `${root}/${port}`)

/** The ports of all instances that were ever started. They share the keys of this computer. */
export function startedPorts(root = '.local') {
  const others = existsSync(root) ? readdirSync(root).filter((name) => /^\d+$/.test(name)) : []
  return [usual, ...others.map(Number)].filter((port) =>
    existsSync(`${homeOf(port, root)}/migrated`),
  )
}

/**
 * The port for a command without PORT: that of a running instance, else the usual one if it was
 * ever started, else another that was. `root` is the folder of all instances.
 */
export function findPort(root = '.local') {
  const started = startedPorts(root)
  const runs = started.find((port) => existsSync(`${homeOf(port, root)}/server.json`))
  return runs ?? started[0] ?? usual
}
