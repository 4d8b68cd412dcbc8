import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

/** Drawn at the request: a page made at build time could not carry the script nonce of its answer. */
export const dynamic = 'force-dynamic'

export const metadata: Metadata = { title: 'Not here' }

/** Any address that no other page answers. */
export default function MissingPage() {
  notFound()
}
