import { expect } from '@playwright/test'

import { answerOf } from '../../support/by-doors/play.ts'
import type { Person } from './person.ts'

/** Plays a challenge on the pages, screen by screen: takes the first choice, writes, continues. */
export async function playByHand({ page }: Person, mark: string): Promise<void> {
  const done = page.getByRole('link', { name: 'Check your answers' })
  const writing = page.getByRole('textbox')
  const choices = page.getByRole('radio')
  for (let step = 1; step <= 20; step++) {
    await expect(page.getByText(`Step ${step},`).or(done).first()).toBeVisible()
    await expect(writing.or(choices).or(done).first()).toBeVisible()
    if (await done.isVisible()) return
    if (await writing.isVisible()) {
      await writing.fill(answerOf(`${mark}, step ${step},`))
      await page.getByRole('button', { name: 'Continue the story' }).click()
    } else {
      await choices.first().check()
      await page.getByRole('button', { name: 'Choose this' }).click()
    }
  }
  throw new Error('The story did not end within twenty steps.')
}
