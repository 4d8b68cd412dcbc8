import type { ServerResponse } from 'node:http'
import { securityHeaders } from './security-headers.ts'

/** Where an address leads, and whether it always will. */
export type Lead = { status: 307 | 308; location: string }

/** What addresses ask of the library: a text that is empty for an unknown slug. */
type FindVersion = (slug: string) => Promise<string>

/**
 * Where an address leads that means a page or call as others know it, but is not written as its own; null for any other.
 * What names a filing in the query leads to the page of that filing, whose address is its path alone, so that the page can
 * be kept. A slug in large letters leads to the deal, where there is one.
 *
 * > /deals/a-trust?filing=0c1d2e3f&measure=count    /deals/a-trust/filings/0c1d2e3f?measure=count
 * > /deals/A-Trust/source                           /deals/a-trust/source
 */
export async function leadAddress(url: string, findVersion: FindVersion): Promise<Lead | null> {
  return (await leadFromCase(url, findVersion)) ?? leadFromQuery(url)
}

async function leadFromCase(url: string, findVersion: FindVersion): Promise<Lead | null> {
  const [whole, before = '', slug = ''] = /^((?:\/api)?\/deals\/)([A-Za-z0-9-]+)(?=[/.?#]|$)/.exec(url) ?? []
  const known = slug.toLowerCase()
  if (whole === undefined || slug === known) return null
  // What is wrong with the library is told by what answers the address.
  if ((await findVersion(known).catch(() => '')) === '') return null
  return { status: 308, location: `${before}${known}${url.slice(whole.length)}` }
}

function leadFromQuery(url: string): Lead | null {
  const [path = '', query = ''] = splitOnce(url, '?')
  const [, deal, ledger = '', rest = ''] =
    /^(\/deals\/[a-z0-9-]+)(?:(\/ledger)|(\/(?:tables|lists)\/.+))?$/.exec(path) ?? []
  const asked = new URLSearchParams(query)
  const filing = asked.get('filing')
  if (deal === undefined || !filing) return null
  asked.delete('filing')
  const page = ledger ? `${deal}${ledger}` : `${deal}/filings`
  const others = asked.size > 0 ? `?${asked}` : ''
  return { status: 307, location: `${page}/${encodeURIComponent(filing)}${rest}${others}` }
}

function splitOnce(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}

/** Lead whoever asked there. */
export function sendLead(response: ServerResponse, { status, location }: Lead): void {
  const body = `This is at ${location}\n`
  response.writeHead(status, {
    ...securityHeaders,
    Location: location,
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': String(Buffer.byteLength(body)),
    'Cache-Control': 'private, no-store',
  })
  response.end(body)
}
