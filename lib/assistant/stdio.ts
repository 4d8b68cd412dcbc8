import { serveStdio } from '@modelcontextprotocol/server/stdio'
import { libraryPlace, lookIntoLibrary, presentReader } from '../library/index.ts'
import { siteOrigin } from '../server/site-address.ts'
import { newServer } from './new-server.ts'

/**
 * `npm run --silent mcp`: the same for an assistant on this machine, over standard input and output. It only looks into the
 * library (STRATA_DATA, else `.strata` here), so a server may run beside it; addresses are those of STRATA_URL.
 */
const library = lookIntoLibrary({
  ...libraryPlace(),
  readerVersion: presentReader(),
  hear: ({ message }) => console.error(message),
})
serveStdio(() => newServer({ library, origin: siteOrigin(process.env) }), {
  onerror: ({ message }) => console.error(message),
})
