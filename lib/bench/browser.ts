import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test'

/** Use a browser without a window, as it stands on this machine. */
export async function withBrowser<T>(use: (browser: Browser) => Promise<T>): Promise<T> {
  const { ensureBrowser } = (await import(new URL('../setup/browser.mjs', import.meta.url).href)) as {
    ensureBrowser: (node: string) => string
  }
  const browser = await chromium.launch({
    executablePath: ensureBrowser(process.execPath),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  try {
    return await use(browser)
  } finally {
    await browser.close()
  }
}

/** Where on the page a file is dropped: anywhere will do. */
const place = { x: 300, y: 500 }

/** Hold a file from the disk over the page, as from a file manager; gives back how to let go. */
export async function holdOver(page: Page, file: string): Promise<() => Promise<void>> {
  const session: CDPSession = await page.context().newCDPSession(page)
  const data = { items: [], files: [file], dragOperationsMask: 1 }
  const drag = (type: 'dragEnter' | 'dragOver' | 'drop') =>
    session.send('Input.dispatchDragEvent', { type, ...place, data })
  await drag('dragEnter')
  await drag('dragOver')
  await page.getByText(/^Let go to read/).waitFor()
  return async () => {
    await drag('drop')
  }
}
