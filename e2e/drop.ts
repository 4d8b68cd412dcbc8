import type { Page } from '@playwright/test'

/** Where on the page things are dropped: anywhere will do. */
const place = { x: 300, y: 500 }

/** Drop files and folders from the disk on the page, as from a file manager: the browser's own drag, not an imitation. */
export async function dropOn(page: Page, ...paths: string[]): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const data = { items: [], files: paths, dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, ...place, data })
  await session.detach()
}
