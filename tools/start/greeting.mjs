/**
 * What `npm start` prints once the instance answers. Demo people are mentioned only if there is a
 * demo, and how the first admin is made only while nobody has an account.
 */
export function greeting({ pages, origin, port, isEmpty, hasPeople }) {
  const setup = port === 8787 ? 'npm run setup' : `PORT=${port} npm run setup`
  const people =
    isEmpty && !hasPeople
      ? ['  First admin  ' + setup + '   (there is no demo; this makes you the first admin)']
      : []
  const signIn = isEmpty ? '' : '   (choose one of the demo people there)'
  return [
    '',
    `Mettle is running at ${pages}`,
    '',
    ...people,
    `  Sign in      ${origin}/sign-in${signIn}`,
    `  Emails       ${origin}/dev/mail  (no email leaves this computer)`,
    '  Stop         Ctrl+C              (this keeps your data; npm start -- --reset deletes it)',
    '',
  ].join('\n')
}
