import { vi } from 'vitest'

/** Pages do not leave when their code opens another page; `went` has where to. Done for each test. */
export function stay(): void {
  vi.spyOn(navigation, 'navigate').mockReturnValue({})
}

/** For tests of navigation itself. */
export const leave = () => vi.mocked(navigation.navigate).mockRestore()

/** The pages that the code of a test opened, and how. */
export const went = () =>
  vi.mocked(navigation.navigate).mock.calls.map(([url, options]) => [url, options?.history])
