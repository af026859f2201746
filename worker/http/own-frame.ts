/**
 * Where in our own code an error was thrown: the first stack frame, of the error or else of its
 * causes, that is neither of the platform nor of a package. If there is none, the first frame of
 * all. The error's message is left out, because it may contain bound values.
 */
export function ownFrame(error: Error): string {
  const frames: string[] = []
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    const trace = (at.stack ?? '').replace(at.message, '')
    for (const [, frame = ''] of trace.matchAll(/\n[ \t]+at ([^\n]+)/g)) frames.push(frame)
  }
  return (frames.find(isOurs) ?? frames[0] ?? '').slice(0, 160)
}

/**
 * Whether a frame names a line of a file, and the file is neither of the platform nor of a package.
 * `Promise.all (index 0)` names no file.
 */
function isOurs(frame: string): boolean {
  const isFile = /:\d+:\d+\)?$/.test(frame)
  return isFile && !/(?:cloudflare|node|workerd)(?:-internal)?:|node_modules/.test(frame)
}
