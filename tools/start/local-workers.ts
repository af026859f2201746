/** Both Workers as `npm start` runs them. Requests go to the first one. */
export const localWorkers = [
  {
    name: 'mettle',
    config: 'wrangler.toml',
    entry: 'worker/dev.ts',
    module: '.local/workers/mettle/index.js',
  },
  {
    name: 'mettle-signer',
    config: 'worker/signer/wrangler.toml',
    entry: 'worker/signer/index.ts',
    module: '.local/workers/mettle-signer/index.js',
  },
]
