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
    const drop = await awaitDrop(page)
    await drag('drop')
    expect(await drop.evaluate(({ arrived }) => arrived), 'the browser lets go over the page').toBe(true)
  }).toPass()
}

/** Whether a drop arrives at the page at all: a busy browser may end the drag without one, and then it is dragged again. */
function awaitDrop(page: Page) {
  return page.evaluateHandle(() => ({
    arrived: new Promise<boolean>(resolve => {
      document.addEventListener('drop', () => resolve(true), { capture: true, once: true })
      setTimeout(resolve, 3000, false)
    }),
  }))
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
