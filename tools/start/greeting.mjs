/**
 * What `npm start` prints once the instance answers. Demo people are mentioned only if there is a
 * demo.
 */
export function greeting({ pages, origin, port, isEmpty }) {
  const setup = port === 8787 ? 'npm run setup' : `PORT=${port} npm run setup`
  const people = isEmpty
    ? ['  First admin  ' + setup + '   (no demo was made; this makes the first admin)']
    : []
  const signIn = isEmpty ? '' : '   (the demo people are listed there: one press each)'
  return [
    '',
    `Mettle runs at ${pages}`,
    '',
    ...people,
    `  Sign in      ${origin}/sign-in${signIn}`,
    `  Mail         ${origin}/dev/mail  (nothing leaves this machine)`,
    '  Stop         Ctrl+C              (your data is kept; npm start -- --reset starts over)',
    '',
  ].join('\n')
}
