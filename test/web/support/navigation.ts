import { vi } from 'vitest'

/** Until the test ends, pages do not leave when their code opens another page; `went` has where to. */
export function stay(): void {
  vi.spyOn(navigation, 'navigate').mockReturnValue({})
}

/** The pages that were opened from code since `stay`, and how. */
export const went = () =>
  vi.mocked(navigation.navigate).mock.calls.map(([url, options]) => [url, options?.history])
