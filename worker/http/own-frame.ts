/**
 * Where in our own code an error came from, without its message, which may hold bound values. Places in the
 * platform and in packages stand above ours; of an error that was wrapped, ours may stand in its cause only.
 */
export function ownFrame(error: Error): string {
  const frames: string[] = []
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    const trace = (at.stack ?? '').replace(at.message, '')
    for (const [, frame = ''] of trace.matchAll(/\n[ \t]+at ([^\n]+)/g)) frames.push(frame)
  }
  return (frames.find(isOurs) ?? frames[0] ?? '').slice(0, 160)
}

/** A file with a line, and not one of the platform or a package. `Promise.all (index 0)` is no file. */
function isOurs(frame: string): boolean {
  const isFile = /:\d+:\d+\)?$/.test(frame)
  return isFile && !/(?:cloudflare|node|workerd)(?:-internal)?:|node_modules/.test(frame)
}
