import type { Page } from '@playwright/test'
import { expect } from './strata.ts'

/** Where on the page things are dropped: anywhere will do. */
const place = { x: 300, y: 500 }

/**
 * Drop files and folders from the disk on the page, as from a file manager: the browser's own drag, not an imitation.
 * They are held over the page until it says that it will take them.
 */
export async function dropOn(page: Page, ...paths: string[]): Promise<void> {
  const drag = await startDrag(page, paths)
  await expect(async () => {
    await drag('dragCancel')
    await drag('dragEnter')
    await drag('dragOver')
    await expect(page.getByText(/^Let go to read/)).toBeVisible({ timeout: 2000 })
  }).toPass()
  await drag('drop')
}

/** Drop files without waiting for the page to say that it will take them: its script may not have arrived. */
export async function dropAtOnce(page: Page, ...paths: string[]): Promise<void> {
  const drag = await startDrag(page, paths)
  await drag('dragEnter')
  await drag('dragOver')
  await drag('drop')
}

async function startDrag(page: Page, files: string[]) {
  const session = await page.context().newCDPSession(page)
  const data = { items: [], files, dragOperationsMask: 1 }
  return (type: 'dragEnter' | 'dragOver' | 'drop' | 'dragCancel') =>
    session.send('Input.dispatchDragEvent', { type, ...place, data })
}
