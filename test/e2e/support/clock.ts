import { expect, type Page } from '@playwright/test'

const headersFor = (origin: string) => ({ headers: { origin } })

/** Moves the instance's clock forward and runs what became due. */
export async function later(page: Page, origin: string, seconds: number): Promise<void> {
  const data = { advanceSeconds: seconds }
  const response = await page.request.post(`${origin}/dev/clock`, { data, ...headersFor(origin) })
  expect(response.ok()).toBe(true)
}

/** Sets back the clock of an unused instance, so that badges are not signed in the future. */
export async function daysBack(page: Page, origin: string, days: number): Promise<void> {
  const data = { setBackSeconds: days * 86_400 }
  const response = await page.request.post(`${origin}/dev/clock`, { data, ...headersFor(origin) })
  expect(response.ok()).toBe(true)
}
