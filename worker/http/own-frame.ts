/**
 * The first stack frame of an error in our own code, without the message, which may contain bound
 * values. Frames of the platform and of packages are skipped. If the error was wrapped, our frame
 * may be in its cause only.
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
 * True for a file with a line that is not part of the platform or a package.
 * `Promise.all (index 0)` is not a file.
 */
function isOurs(frame: string): boolean {
  const isFile = /:\d+:\d+\)?$/.test(frame)
  return isFile && !/(?:cloudflare|node|workerd)(?:-internal)?:|node_modules/.test(frame)
}
