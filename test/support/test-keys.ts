/** Keys for tests only; `dev` is the marker that production refuses. */
export const testSeeds = {
  dev: true,
  current: '1',
  keys: { 1: '000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f' },
}

export const testWrappingKeys = { dev: true, current: 'k1', keys: { k1: '5a'.repeat(32) } }
