/** A Worker of an instance, in the order in which they are deployed: the main one calls the signer. */
export interface Worker {
  name: 'mettle-signer' | 'mettle'
  /** The committed configuration. */
  config: string
  /** Its database: the name on Cloudflare, the binding, and its name in `.local/deploy.toml`. */
  database: { name: string; binding: string; id: 'vault' | 'database' }
  /** The most that its bundle may have, in kilobytes after gzip. */
  mostKilobytes: number
}

export const signer: Worker = {
  name: 'mettle-signer',
  config: 'worker/signer/wrangler.toml',
  database: { name: 'mettle-vault', binding: 'VAULT_DB', id: 'vault' },
  mostKilobytes: 60,
}

export const main: Worker = {
  name: 'mettle',
  config: 'wrangler.toml',
  database: { name: 'mettle', binding: 'DB', id: 'database' },
  mostKilobytes: 480,
}

export const workers = [signer, main]

/** The KV namespace of the signer: see docs/decisions/019-wrapping-epochs.md. */
export const saltsName = 'mettle-wrapping-salts'
