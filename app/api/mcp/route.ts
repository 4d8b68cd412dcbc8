import { createMcpHandler } from '@modelcontextprotocol/server'
import { newServer } from '@/lib/assistant/new-server.ts'
import { getLibrary } from '@/lib/library/index.ts'
import { guarded } from '@/lib/server/guarded.ts'
import { mayWrite } from '@/lib/server/same-origin.ts'
import { answerError } from '@/lib/server/service-errors.ts'
import { siteOrigin } from '@/lib/server/site-address.ts'

export const dynamic = 'force-dynamic'

/** The door for assistants: the Model Context Protocol over HTTP, a request at a time and nothing kept between them. */
const handler = createMcpHandler(async () =>
  newServer({ library: await getLibrary(), origin: siteOrigin(process.env) }),
)

/** Pages of other sites cannot ask: a browser that runs one says where it is from. */
export const POST = guarded('look', async (request: Request) => {
  if (!mayWrite(request.headers)) return answerError('request-is-cross-site')
  return await handler.fetch(request)
})
