import type { IncomingMessage, ServerResponse } from 'node:http'
import { askerHeader } from '../access/sealed-asker.ts'
import { nameCall } from './allowed-methods.ts'
import { chooseCoding, compressFor } from './compress-page.ts'
import { finishPage } from './finish-page.ts'
import { holdPages } from './hold-answer.ts'
import { linkHeader } from './links.ts'
import { privateCaching } from './private-caching.ts'
import { withSecurityHeaders } from './security-headers.ts'
import { varyByCoding } from './vary.ts'

/**
 * Guard what Next answers to one request. A page is held back until it is whole, then sent with a policy that lets its
 * own scripts run and no others, compressed as the browser asked. Whatever its address, status or method: no page leaves
 * without. Other answers pass as they come, but no cache between here and the reader may keep what is the reader's own.
 */
export function guardAnswer(request: IncomingMessage, response: ServerResponse): void {
  const accepted = request.headers['accept-encoding']

  async function sendPage(body: Buffer): Promise<Buffer> {
    // A page that somebody has encoded cannot be read here; none of its scripts runs then.
    const isReadable = !response.hasHeader('content-encoding')
    const page = finishPage({
      status: response.statusCode,
      headers: response.getHeaders(),
      body: isReadable ? body : Buffer.alloc(0),
    })
    response.statusCode = page.status
    for (const [name, value] of Object.entries(page.headers))
      if (value !== undefined) response.setHeader(name, value)
    if (!isReadable) return body
    const coding = chooseCoding(accepted)
    varyByCoding(response)
    if (coding) response.setHeader('content-encoding', coding)
    return compressFor(coding, page.body)
  }

  holdPages(response, {
    beforeOthers: () => {
      const isPersonal = request.headers[askerHeader] !== undefined
      const caching = { 'cache-control': privateCaching(response.getHeader('cache-control'), isPersonal) }
      for (const [name, value] of Object.entries({
        ...withSecurityHeaders(response.getHeaders()),
        ...caching,
      }))
        if (value !== undefined) response.setHeader(name, value)
      const links = describeCall(request)
      if (links !== null) response.appendHeader('link', links)
    },
    whenWhole: (body, release) => {
      sendPage(body).then(release, fault => {
        console.error(fault)
        response.destroy()
      })
    },
  })
}

/** Where the call that a request is for is described, for people and for programs; null where it is for none. */
function describeCall({ url = '', method }: IncomingMessage): string | null {
  const name = url.startsWith('/api/') ? nameCall(url, method) : null
  return (
    name &&
    linkHeader([
      { rel: 'describedby', href: `/api#${name}`, type: 'text/html' },
      { rel: 'service-desc', href: '/api/openapi.json', type: 'application/json' },
    ])
  )
}
