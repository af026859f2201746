import { createConnection } from 'node:net'

import { homeOf } from './instance.mjs'

/**
 * The address and data folder of this instance. Each port has its own data, because a
 * programme's first badge stores this address, port included, for good.
 */
export const port = Number(process.env.PORT ?? 8787)
export const origin = `http://localhost:${port}`
export const home = homeOf(port)
export const node = 'node_modules/.bin/node'
export const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'

/** Keeps wrangler quiet and offline, and its logs in the data folder of this instance. */
export const quiet = {
  WRANGLER_LOG: 'error',
  WRANGLER_SEND_METRICS: 'false',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  WRANGLER_LOG_PATH: `${home}/wrangler-logs`,
  NO_COLOR: '1',
}

/** Whether something listens on the port. */
export function answers() {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' }, () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', () => resolve(false))
  })
}

export function refuse(line) {
  console.error(`\n${line}\n`)
  process.exit(1)
}
