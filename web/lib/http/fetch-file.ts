import { ApiError } from './problem.ts'
import { done } from './response.ts'

/** The server can need a minute to make a file, and a phone on a slow network longer to load it. */
const patienceSeconds = 300

/** A file that the server makes. Every other outcome is thrown as an `ApiError`. */
export async function fetchFile(path: string): Promise<Blob> {
  const answer = fetch(path, { signal: AbortSignal.timeout(patienceSeconds * 1000) })
  await done(answer)
  const response = await answer
  // The connection can break in the middle.
  return response.blob().catch(() => {
    throw new ApiError({ type: 'about:blank', title: 'No answer', status: 0 })
  })
}

/** Lets the browser save a file under this name. */
export function saveFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // Some browsers read the file only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
