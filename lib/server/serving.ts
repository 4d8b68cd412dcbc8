import { createServer } from 'node:http'
import { flushCompileCache } from 'node:module'
import path from 'node:path'
import next from 'next'
import { LibraryFault } from '../library/index.ts'
import { answerRequests } from './answer-requests.ts'
import { attendRequests } from './attend-requests.ts'
import { refuseBrokenRequests } from './client-errors.ts'
import { drawing, log, onFaultOfDrawing, settings } from './drawing-at-start.ts'
import { limitSilence, silenceOptions } from './limit-silence.ts'
import { watchService } from './metrics.ts'
import { openAtStart } from './open-at-start.ts'
import { stopOnSignals } from './stop-on-signals.ts'

/**
 * Serves the built site on HOST and PORT. Next's own server with five things of ours: the library
 * is opened first (open-at-start.ts), something stands between Next and the network (answer-requests.ts), each request is
 * counted, logged and held within what its client may have under way (attend-requests.ts), pages are drawn by processes of
 * their own (drawing-at-start.ts), and a signal lets running answers end before the process does (stop-on-signals.ts).
 */
const root = path.join(import.meta.dirname, '../..')
const hostname = process.env.HOST || '127.0.0.1'
const port = Number(process.env.PORT || 3000)

/** So long at most a filing waits for pages, in milliseconds: then reading it may hold up those that come after. */
const longestCourtesyMs = 1250

const library = await openAtStart()
onFaultOfDrawing(({ code, reason }) => library.heard(new LibraryFault(code, reason)))
// Who looks at a page comes before who adds filings, up to a point.
library.giveWay(() => drawing.caughtUp(longestCourtesyMs))
// What calls throw is logged by instrumentation.ts.
const app = next({ dev: false, dir: root, hostname, port, quiet: true })
await app.prepare()

// Where nobody is asked who they are, what finds that out is not even loaded.
const { access } = settings
const askers = access && (await import('./askers.ts')).watchAskers({ ...settings, access }, library)
const answerAll = answerRequests(app.getRequestHandler(), {
  draw: drawing.draw,
  library,
  settings: process.env,
  ...askers,
})
const answer = attendRequests(answerAll, { settings, log, watch: watchService(drawing.state) })
// A request without a Host is refused in words, not by Node. One that offers another protocol is answered in this one.
const server = createServer(
  { ...silenceOptions, requireHostHeader: false, shouldUpgradeCallback: () => false },
  answer,
)
refuseBrokenRequests(server)
limitSilence(server)

stopOnSignals(server, () => {
  drawing.close()
  return library.close()
})

server.listen(port, hostname, () => flushCompileCache())
