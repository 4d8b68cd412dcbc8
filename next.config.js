/**
 * Headers of every answer. A filing's text reaches a page only through React, which escapes it, and nothing is ever loaded
 * from another host. `npm start` puts a nonce in the place of 'unsafe-inline' (lib/server/guard-page.ts); what stands
 * here is for `next dev`, whose scripts have none.
 */
const contentSecurityPolicy = [
  "default-src 'self'",
  `script-src 'self' 'unsafe-inline'${process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : ''}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

const securityHeaders = [
  { key: 'Content-Security-Policy', value: contentSecurityPolicy },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), browsing-topics=()' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
]

/** A filing as it was uploaded is somebody else's text: it may load nothing, run nothing and be framed nowhere. */
const sandboxHeaders = [
  { key: 'Content-Security-Policy', value: "default-src 'none'; sandbox; frame-ancestors 'none'" },
]

/** @type {import('next').NextConfig} */
export default {
  // Several builds of one checkout can stand side by side (tests beside a running server).
  distDir: process.env.STRATA_DIST ?? '.next',
  poweredByHeader: false,
  // A page's answer carries a nonce of its own, so no validator of it can ever match (and hashing it is half its cost).
  generateEtags: false,
  reactStrictMode: true,
  serverExternalPackages: ['better-sqlite3'],
  // Types are checked by `npm test`; a first `npm start` should not wait for them.
  typescript: { ignoreBuildErrors: true },
  // Cached pages belong to one library (STRATA_DATA), so they stay in the memory of the process that serves it.
  experimental: { isrFlushToDisk: false },
  headers: async () => [
    { source: '/(.*)', headers: securityHeaders },
    { source: '/api/filings/:sha256/source', headers: sandboxHeaders },
  ],
}
