import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import { expect, type Page, test } from '@playwright/test'

import { demoOrigin } from './support/origins.ts'
import { demoAddress, pages } from './support/pages.ts'
import { violations } from './support/violations.ts'

const sizes = [
  { width: 1280, height: 900 },
  { width: 360, height: 740 },
  { width: 320, height: 740 },
]
const looks = sizes.flatMap((size) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ ...size, colorScheme })),
)

test.use({ baseURL: demoOrigin, locale: 'en-GB', timezoneId: 'Europe/London' })

/** `SCREENSHOTS=1 npx playwright test pages` saves a picture of every page in every look. */
const keepsPictures = process.env.SCREENSHOTS === '1'
/**
 * `npm run test:deep` checks every look. Otherwise two: one wide and light, one narrow and dark.
 */
const isDeep = process.env.DEEP === '1'
const isChecked = ({ width, colorScheme }: (typeof looks)[number]) =>
  isDeep || (width === 1280 && colorScheme === 'light') || (width === 360 && colorScheme === 'dark')

const people = [...new Set(pages.map(({ as }) => as ?? 'stranger'))]

for (const who of people) {
  test(`every page of ${who} has no axe finding and fits 320 px`, async ({ page }) => {
    if (who !== 'stranger') await be(page, who)
    const get = async (path: string) => (await page.request.get(`${demoOrigin}${path}`)).json()
    for (const seen of pages.filter(({ as }) => (as ?? 'stranger') === who)) {
      await test.step(seen.name, async () => {
        const id = await seen.find?.(get)
        await page.goto(id === undefined ? seen.path : seen.path.replace(/:\w+/, id))
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await page.waitForLoadState('networkidle')
        await lookAt(page, `${who} ${seen.name}`)
        if (seen.tallest) expect(await heightAt360(page)).toBeLessThanOrEqual(seen.tallest)
      })
    }
  })
}

test('a page of another origin shows the pictures of badges, and no other file of ours', async ({
  page,
}) => {
  const site = createServer((_, response) =>
    response.setHeader('content-type', 'text/html').end('<title>Elsewhere</title>'),
  ).listen(0)
  try {
    await page.goto(`http://localhost:${(site.address() as AddressInfo).port}/`)
    const issuer = await page.request.get(`${demoOrigin}/organizations/kettlewick-college`)
    const [achievement] = /\/achievements\/[\w-]+/.exec(await issuer.text()) ?? []
    const widthOf = (path: string) =>
      page.evaluate((address) => {
        const picture = new Image()
        picture.src = address
        const shown = picture.decode().then(() => picture.naturalWidth)
        return shown.catch(() => 0)
      }, `${demoOrigin}${path}`)
    expect(await widthOf(`${achievement}.png`)).toBeGreaterThan(0)
    expect(await widthOf('/badges/collaboration-3-share.png')).toBeGreaterThan(0)
    expect(await widthOf('/icon.svg')).toBe(0)
  } finally {
    site.close()
  }
})

async function lookAt(page: Page, name: string): Promise<void> {
  for (const look of looks.filter((each) => keepsPictures || isChecked(each))) {
    const { colorScheme, ...size } = look
    await page.setViewportSize(size)
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const file = `${name} ${size.width} ${colorScheme}`.replaceAll(/[^\w]+/g, '-')
    if (keepsPictures) {
      await page.screenshot({ path: `test-results/pages/${file}.png`, fullPage: true })
    }
    if (isChecked(look)) {
      expect(await violations(page), file).toEqual([])
    }
  }
  await page.setViewportSize({ width: 320, height: 740 })
  const [wide, room] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ])
  expect(wide, `${name} at 320 px`).toBeLessThanOrEqual(room ?? 0)
}

async function heightAt360(page: Page): Promise<number> {
  await page.setViewportSize({ width: 360, height: 740 })
  return page.evaluate(() => document.documentElement.scrollHeight)
}

async function be(page: Page, who: string): Promise<void> {
  await page.goto('/sign-in')
  await page.locator(`button[value="${demoAddress(who)}"]`).click()
  await page.waitForURL(({ pathname }) => pathname !== '/sign-in')
}
