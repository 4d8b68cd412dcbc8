import type { DrawNews } from '../server/drawing-messages.ts'
import type { Asked } from '../server/page-request.ts'
import { tieToParent } from '../server/tie-to-parent.ts'

/** Stands for the process that draws, in tests: what it does is told by the address that it is to draw. */
tieToParent()
if (process.env.INVENTED_DRAWER === 'does not start') process.exit(1)
let count = 0

process.on('message', ({ url }: Asked) => {
  count++
  if (url === '/ends-before' && count > 1) process.abort()
  tell({ hasBegun: true })
  if (url === '/ends') process.abort()
  if (url === '/hangs') for (;;);
  if (url === '/fails') return tell({ fault: 'no such page' })
  if (url === '/damaged') tell({ libraryFault: { code: 'library-damaged', reason: 'page 7' } })
  const body = Buffer.from(`${process.pid} ${count} ${url}`)
  const takesMs = url === '/waits' ? 2000 : 50
  setTimeout(() => tell({ drawn: { status: 200, headers: {}, body, tag: '"1"', isPacked: false } }), takesMs)
})
tell({ isReady: true })

function tell(news: DrawNews): void {
  process.send?.(news)
}
