import {
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  request,
  type ServerResponse,
} from 'node:http'
import { connect } from 'node:net'
import { answerRequests } from '../server/answer-requests.ts'
import { refuseBrokenRequests } from '../server/client-errors.ts'
import { type DrawPage, pageDrawer } from '../server/draw-page.ts'
import type { FindAsker } from '../server/find-asker.ts'

const closers: (() => void)[] = []

/** Stop all that was served, after each test. */
export function closeSites(): void {
  for (const close of closers.splice(0)) close()
}

export type Site = (request: IncomingMessage, response: ServerResponse) => void

export type Told = { status: number; headers: OutgoingHttpHeaders; text: string }

/** The one filing of the library behind the site. */
export const sha256 = 'a1'.repeat(32)

const files = {
  filings: [{ sha256, name: 'a "trust" <2002>.txt' }],
  tables: { ids: ['state', 'original-ltv'], count: 3 },
}

/**
 * Serve a site behind everything that stands before Next's, as serve.ts does. `version` may be changed, or fail. Nobody is
 * asked who they are unless told.
 */
export async function serve(
  site: Site,
  library: { version: string | Error } = { version: '' },
  draws?: DrawPage,
  findAsker?: FindAsker,
) {
  const handle = async (asked: IncomingMessage, response: ServerResponse) => site(asked, response)
  const answer = answerRequests(handle, {
    draw: draws ?? pageDrawer(handle, 'strata.example'),
    library: {
      findVersion: async () => {
        if (library.version instanceof Error) throw library.version
        return library.version
      },
      bringUpToDate: async () => undefined,
      findFiles: async () => files,
    },
    settings: { STRATA_URL: 'https://strata.example' },
    ...(findAsker && { findAsker }),
  })
  const server = createServer(answer)
  refuseBrokenRequests(server)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  closers.push(() => server.close())
  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  return {
    ask: (path = '/', headers: OutgoingHttpHeaders = {}, method = 'GET') =>
      ask({ port, path, headers, method }),
    write: (text: string) => write(port, text),
  }
}

function ask(options: {
  port: number
  path: string
  headers: OutgoingHttpHeaders
  method: string
}): Promise<Told> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', ...options }, answer => {
      const chunks: Buffer[] = []
      answer.on('data', chunk => chunks.push(chunk))
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          text: Buffer.concat(chunks).toString(),
        }),
      )
    })
    asked.on('error', reject)
    asked.end()
  })
}

/** What comes back for bytes that are no request. */
function write(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    let told = ''
    socket.on('data', chunk => {
      told += chunk
    })
    socket.on('end', () => resolve(told))
    socket.on('error', reject)
  })
}

/** A script that pushes data, as Next writes it. */
export const push = (text: string) => `<script>self.__next_f.push([1,"${text}"])</script>`

/** A site whose every answer is this page, drawn in two parts as Next draws them. */
export const draws =
  (page: string, status = 200): Site =>
  (_, response) => {
    response.setHeader('content-security-policy', "default-src 'self'")
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.statusCode = status
    response.write(page.slice(0, 10))
    response.end(page.slice(10))
  }

/** The scripts that an answer allows. */
export const scriptsOf = ({ headers }: Told) =>
  /script-src ([^;]*)/.exec(String(headers['content-security-policy']))?.[1]?.split(' ')
