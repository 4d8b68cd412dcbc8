import type { OutgoingHttpHeaders } from 'node:http'

/** What a page's own policy adds to the one of every answer: the hashes of its inline scripts and styles. */
export type Inline = { scripts: readonly string[]; styles: readonly string[] }

const nothingInline: Inline = { scripts: [], styles: [] }

/**
 * The policy of every answer. Nothing is loaded from another host, and no inline script or style takes effect but those
 * whose hashes are named (`page-scripts.ts` finds a page's own). Attributes may carry style, which can load nothing here.
 */
export function contentPolicy({ scripts, styles }: Inline = nothingInline): string {
  return [
    "default-src 'self'",
    ["script-src 'self'", ...scripts].join(' '),
    ["style-src 'self'", ...styles].join(' '),
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** Headers of every answer, whatever it is. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentPolicy(),
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

/** Headers with those of every answer where they have none of their own. Names are given and are in small letters. */
export function withSecurityHeaders(headers: OutgoingHttpHeaders): OutgoingHttpHeaders {
  const ofAll = Object.entries(securityHeaders).map(([name, value]) => [name.toLowerCase(), value])
  return { ...Object.fromEntries(ofAll), ...headers }
}
