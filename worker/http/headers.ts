const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types svelte-trusted-html mettle-service-worker',
].join('; ')

/** The headers of every answer, including files and refusals. */
export const everyAnswer = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
}

export const pageHeaders = {
  'content-security-policy': contentPolicy,
  'cross-origin-resource-policy': 'same-origin',
}

export const apiHeaders = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'cross-origin-resource-policy': 'same-origin',
}

/** For the pictures of badges, which other sites show on their pages. */
export const pictureHeaders = { ...pageHeaders, 'cross-origin-resource-policy': 'cross-origin' }

/**
 * For public JSON that pages of other sites may read: credentials, achievements, status lists, DID
 * documents.
 */
export const publicJsonHeaders = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
}
