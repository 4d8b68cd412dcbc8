import { securityHeaders } from './lib/server/security-headers.ts'

/**
 * Headers of every answer. `npm start` names the hashes of each page's own scripts in its policy
 * (lib/server/finish-page.ts); `next dev` has scripts of its own, which change all the time, so there any may run.
 */
const policyOfDevelopment = securityHeaders['Content-Security-Policy']
  .replace("script-src 'self'", "script-src 'self' 'unsafe-inline' 'unsafe-eval'")
  .replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")

const headersOfAll = Object.entries({
  ...securityHeaders,
  ...(process.env.NODE_ENV === 'development' && { 'Content-Security-Policy': policyOfDevelopment }),
}).map(([key, value]) => ({ key, value }))

/** A filing as it was uploaded is somebody else's text: it may load nothing, run nothing and be framed nowhere. */
const sandboxHeaders = [
  { key: 'Content-Security-Policy', value: "default-src 'none'; sandbox; frame-ancestors 'none'" },
]

/** @type {import('next').NextConfig} */
export default {
  // Several builds of one checkout can stand side by side (tests beside a running server).
  distDir: process.env.STRATA_DIST ?? '.next',
  poweredByHeader: false,
  // Pages have a validator of their own (lib/server/ready-answer.ts).
  generateEtags: false,
  reactStrictMode: true,
  serverExternalPackages: ['better-sqlite3', 'pg', 'prom-client'],
  // Types are checked by `npm test`; a first `npm start` should not wait for them.
  typescript: { ignoreBuildErrors: true },
  // Title and description stand in the head for everybody: a page is sent whole, so nothing is gained by sending them late.
  htmlLimitedBots: /.*/,
  // What a page loads stands in its head, which comes in the same breath as a header that would repeat it.
  reactMaxHeadersLength: 0,
  // Each page and call is loaded when it is first asked for: all of them take half a second of the start, twice.
  experimental: { preloadEntriesOnStart: false },
  headers: async () => [
    { source: '/(.*)', headers: headersOfAll },
    { source: '/api/filings/:sha256/source', headers: sandboxHeaders },
  ],
}
