import { flushCompileCache } from 'node:module'
import path from 'node:path'
import next from 'next'
import { libraryPlace, lookIntoLibrary, openLibraryBy, presentReader } from '../library/index.ts'
import { pageDrawer } from './draw-page.ts'
import type { DrawNews } from './drawing-messages.ts'
import type { Asked } from './page-request.ts'
import { startLog } from './request-log.ts'
import { settingsAtStart } from './service-settings.ts'
import { siteOrigin } from './site-address.ts'
import { tieToParent } from './tie-to-parent.ts'

/**
 * Draws pages for the process that serves (drawing-pool.ts), which stays quick while a page is drawn, and goes on if drawing
 * one ends its process.
 */
tieToParent()
startLog(settingsAtStart(process.env).log)

// Files are read, written and checked by the process that serves.
openLibraryBy(() =>
  lookIntoLibrary({
    ...libraryPlace(),
    readerVersion: presentReader(),
    hear: ({ code, message }) => tell({ libraryFault: { code, reason: message } }),
  }),
)
const app = next({
  dev: false,
  dir: path.join(import.meta.dirname, '../..'),
  hostname: process.env.HOST || '127.0.0.1',
  port: Number(process.env.PORT || 3000),
  // What pages throw is logged by instrumentation.ts.
  quiet: true,
})
await app.prepare()
const draw = pageDrawer(app.getRequestHandler(), new URL(siteOrigin(process.env)).host)

process.on('message', async (asked: Asked) => {
  tell({ hasBegun: true })
  try {
    tell({ drawn: await draw(asked) })
  } catch (fault) {
    console.error(fault)
    tell({ fault: String(fault) })
  }
})
tell({ isReady: true })
flushCompileCache()

function tell(news: DrawNews): void {
  if (process.connected) process.send?.(news)
}
